import type { Instant } from "../target.ts";

export type MessageStatus = "queued" | "sending" | "sent" | "delivered" | "undelivered" | "failed" | "received";
export type MessageRecord = {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly status: MessageStatus;
  readonly direction: "inbound" | "outbound-api" | "outbound-reply";
  readonly numSegments: number;
  readonly errorCode?: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly sentAt?: Instant;
};
export type MessageOrder = {
  readonly to: string;
  readonly from: string;
  readonly body: string;
  readonly statusCallback?: string;
};
export type MessageFilter = { readonly to?: string; readonly from?: string };
