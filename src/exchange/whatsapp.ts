import type { Plant } from "./plant.ts";
import { RestFault } from "./switchboard.ts";

const prefix = "whatsapp:";
/** Whoever has written to a business may be answered in free words for so long, in milliseconds. */
const window = 24 * 60 * 60 * 1000;

/** The telephone number behind an address, whatever messages come by. */
export function numberOf(address: string): string {
  return address.startsWith(prefix) ? address.slice(prefix.length) : address;
}

export function isWhatsApp(address: string): boolean {
  return address.startsWith(prefix);
}

/** Refuses a message from one channel to another: https://www.twilio.com/docs/api/errors/21910 */
export function refuseOtherChannel(from: string, to: string): void {
  if (isWhatsApp(from) !== isWhatsApp(to))
    throw new RestFault(400, 21910, "Invalid 'From' and 'To' pair. 'From' and 'To' should be of the same channel");
}

/** Whether free words may be written at WhatsApp now; later only templates: https://www.twilio.com/docs/api/errors/63016 */
export function mayBeWritten(plant: Plant, from: string, to: string): boolean {
  const last = plant.wroteAt.get(`${from} ${to}`);
  return !isWhatsApp(to) || (last !== undefined && plant.clock.now() - last <= window);
}
