import type { Exchange } from "../../src/exchange/exchange.ts";
import { openApiFaults, restExchanges } from "../exchange/openapi.ts";

const forgiven = new WeakSet<Exchange>();

/** Says that this test means Twilio to complain: faults in the exchange's log do not fail it. */
export function expectComplaints(exchange: Exchange): void {
  forgiven.add(exchange);
}

/** Throws where Twilio would have complained of the app, or where its REST API was not as Twilio's document has it. */
export function failOnComplaints(exchange: Exchange): void {
  const { log } = exchange;
  const unsaid = openApiFaults(restExchanges(log));
  if (unsaid.length > 0) throw new Error(`REST did not conform to Twilio's document: ${unsaid.slice(0, 3).join("; ")}`);
  const broken = log.flatMap((entry) =>
    entry.kind === "error" || entry.kind === "warning" ? [`${entry.code} ${entry.message}`] : [],
  );
  if (broken.length > 0 && !forgiven.has(exchange))
    throw new Error(`Twilio would have complained: ${broken.slice(0, 5).join("; ")}`);
}
