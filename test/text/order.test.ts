import { describe, expect, test } from "vitest";
import { readOrder, type Order } from "../../src/text/order.ts";

describe("a caller's text", () => {
  test.each<[string, Order]>([
    ["CALL", { does: "call", language: "en" }],
    ["call me back please", { does: "call", language: "en", when: "please" }],
    ["Call 3pm", { does: "call", language: "en", when: "3pm" }],
    ["CALL tomorrow at 10:30", { does: "call", language: "en", when: "tomorrow at 10:30" }],
    ["call 3 p.m.", { does: "call", language: "en", when: "3 p.m" }],
    ["MOVE 4pm", { does: "move", language: "en", when: "4pm" }],
    ["move 123456 to 4pm", { does: "move", language: "en", code: "123456", when: "4pm" }],
    ["Move", { does: "move", language: "en" }],
    ["cancel", { does: "cancel", language: "en", optsOut: true }],
    ["CANCEL 123456", { does: "cancel", language: "en", code: "123456" }],
    ["Cancel my call", { does: "cancel", language: "en" }],
    ["WHERE", { does: "where", language: "en" }],
    ["where?", { does: "where", language: "en" }],
    ["123456", { does: "where", code: "123456" }],
    [" 123 456 ", { does: "words" }],
    ["1234567", { does: "words" }],
    ["Stop.", { does: "stop", language: "en" }],
    ["STOP", { does: "stop", language: "en", optsOut: true }],
    ["STOP PLEASE", { does: "words" }],
    ["stop calling me", { does: "no-calls", language: "en" }],
    ["START", { does: "start", language: "en" }],
    ["yes", { does: "yes", language: "en" }],
    ["No", { does: "no" }],
    ["no, it still leaks", { does: "words" }],
    ["LLAMAR", { does: "call", language: "es" }],
    ["Llámenme a las 3", { does: "call", language: "es", when: "a las 3" }],
    ["MOVER 16:00", { does: "move", language: "es", when: "16:00" }],
    ["Cancelar 123456", { does: "cancel", language: "es", code: "123456" }],
    ["¿DÓNDE?", { does: "where", language: "es" }],
    ["SÍ", { does: "yes", language: "es" }],
    ["baja", { does: "stop", language: "es" }],
    ["no llamen", { does: "no-calls", language: "es" }],
    ["AYUDA", { does: "help", language: "es" }],
    ["Is my kettle ready?", { does: "words" }],
    ["my receipt is 123456", { does: "words", code: "123456" }],
    ["callous people", { does: "words" }],
    ["", { does: "words" }],
  ])("%j asks for %j", (body, order) => {
    expect(readOrder(body)).toEqual(order);
  });
});
