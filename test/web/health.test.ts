import express from "express";
import request from "supertest";
import { describe, expect, test } from "vitest";
import { healthRouter, type Check } from "../../src/web/health.ts";
import { metricsOf, metricsRouter } from "../../src/web/metrics.ts";
import { served } from "./served.ts";

const well: Check = { name: "store", check: () => ({ ok: true }) };
const ill: Check = { name: "twilio", check: async () => ({ ok: false, why: "the token is not right" }) };
const broken: Check = { name: "config", check: () => Promise.reject(new Error("no such file")) };

describe("health", () => {
  test("is ready when every check is well", async () => {
    const server = await served(express().use(healthRouter([well])));
    const { body } = await request(server).get("/readyz").expect(200);
    expect(body).toEqual({ status: "ready", checks: [{ name: "store", ok: true }] });
  });

  test("is not ready when one is not, and says why; the process is alive all the same", async () => {
    const server = await served(express().use(healthRouter([well, ill, broken])));
    const { body } = await request(server).get("/readyz").expect(503);
    expect(body).toEqual({
      status: "not ready",
      checks: [
        { name: "store", ok: true },
        { name: "twilio", ok: false, why: "the token is not right" },
        { name: "config", ok: false, why: "no such file" },
      ],
    });
    expect((await request(server).get("/healthz").expect(200)).body).toEqual({ status: "ok" });
  });
});

describe("metrics", () => {
  test("count what happened and measure what is", async () => {
    let waiting: Readonly<Record<string, number>> = { support: 2, sales: 1 };
    const metrics = metricsOf({ waiting: () => waiting, reps: () => ({ in: 3 }) });
    const server = await served(express().use(metricsRouter(metrics)));
    metrics.webhook("/twilio/voice", 200, 0.004);
    metrics.webhook("/twilio/voice", 200, 0.2);
    metrics.webhookRefused("forged");
    metrics.callEnded("answered");
    metrics.effect("ring", "done");
    const { text, type } = await request(server).get("/metrics").expect(200);
    expect(type).toBe("text/plain");
    for (const line of [
      'holdfast_webhooks_total{route="/twilio/voice",status="200"} 2',
      'holdfast_webhook_seconds_bucket{le="0.005",route="/twilio/voice"} 1',
      'holdfast_webhook_seconds_count{route="/twilio/voice"} 2',
      'holdfast_webhook_refused_total{why="forged"} 1',
      'holdfast_calls_total{outcome="answered"} 1',
      'holdfast_effects_total{do="ring",outcome="done"} 1',
      'holdfast_calls_waiting{queue="support"} 2',
      'holdfast_reps{state="in"} 3',
    ])
      expect(text.split("\n")).toContain(line);
    waiting = { sales: 1 };
    expect((await request(server).get("/metrics")).text).not.toContain('queue="support"');
  });

  test("of two apps do not meet", async () => {
    const nothing = { waiting: () => ({}), reps: () => ({}) };
    const [one, other] = [metricsOf(nothing), metricsOf(nothing)];
    one.callEnded("answered");
    expect(await other.registry.metrics()).not.toContain('outcome="answered"');
  });
});
