import type { AddressInfo } from "node:net";
import express from "express";
import twilio from "twilio";
import { account, publicUrl } from "../account.ts";
import type { Subject } from "./subject.ts";

const overrides = "#rc=2&rp=ct,rt,5xx&ct=3000&rt=4000";

/**
 * A hold document as Twilio's own documents write it: Express, its form reader, the SDK's signature check and the SDK's
 * builder. It keeps nothing and logs nothing.
 */
export const stock: Subject = async ({ saying = 100 }) => {
  const app = express();
  const words = "Thank you for holding. ".repeat(1 + saying / 20).slice(0, saying);
  app.use(express.urlencoded({ extended: false }));
  app.post("/twilio/call/:call/caller/:turn/answer", (request, response) => {
    const { call, turn } = request.params;
    const header = request.get("X-Twilio-Signature") ?? "";
    if (!twilio.validateRequest(account.token, header, publicUrl + request.originalUrl, request.body ?? {})) {
      response.status(403).send("forged");
      return;
    }
    const next = `${publicUrl}/twilio/call/${call}/caller/${Number(turn) + 1}/answer${overrides}`;
    const document = new twilio.twiml.VoiceResponse();
    const gather = document.gather({
      input: ["dtmf"],
      numDigits: 1,
      finishOnKey: "",
      timeout: 1,
      action: next,
      method: "POST",
      actionOnEmptyResult: true,
    });
    gather.say({ voice: "Polly.Joanna-Neural", language: "en-US" }, words);
    gather.play(`${publicUrl}/audio/music/0123456789abcdef/240000-720000.wav`);
    document.redirect({ method: "POST" }, next);
    response.type("text/xml").send(document.toString());
  });
  return new Promise((resolve) => {
    const server = app.listen(0, "127.0.0.1", () =>
      resolve({ port: (server.address() as AddressInfo).port, close: async () => void server.close() }),
    );
  });
};
