import type { Router } from "express";
import type { Logger } from "pino";
import type { LowdbOptions } from "./store/lowdb.ts";
import type { AccessOptions } from "./web/people/access.ts";
import type { Clock } from "./work/clock.ts";

/** What Holdfast is opened with. */
export type HoldfastOptions = {
  readonly clock: Clock;
  readonly log: Logger;
  readonly port: number;
  /** The address to listen on; all of them where unset. */
  readonly host?: string;
  /** The address at which Twilio reaches us; a function where it follows from the port that was given. */
  readonly publicUrl: string | ((port: number) => string);
  readonly account: {
    readonly sid: string;
    readonly authTokens: readonly [string, ...string[]];
    readonly apiUrl?: string;
  };
  /** The parsed JSON of the routing config. */
  readonly routing: unknown;
  readonly dataDir: string;
  readonly audioDir: string;
  /** Demo mode: only this machine reaches us, and whoever sits at it is the admin. */
  readonly demo?: boolean;
  /** Who wrote the account down, where it is one of Twilio's: `environment` unless given. */
  readonly accountFrom?: "environment" | "page";
  /** Another address of the REST API for an account that is connected on the page. */
  readonly connectApiUrl?: string;
  /** Where the admin's pages lie, built; unset, there are none. */
  readonly pagesDir?: string;
  /** What is served beside all else: in demo mode the telephones. */
  readonly beside?: readonly Router[];
  /** The mail server, such as `smtps://name:password@mail.example.com`. Unset: no mail is sent. */
  readonly smtpUrl?: string;
  /** The issuer with whose accounts people sign in. Unset: they sign in by a password. */
  readonly oidc?: AccessOptions["oidc"];
  /** How the store puts a file on the disk itself: in tests, a disk that fails. */
  readonly sync?: NonNullable<LowdbOptions["sync"]>;
  /** How long changes to the store wait for each other, in milliseconds: in a simulation, whose time is not ours, not at all. */
  readonly breath?: NonNullable<LowdbOptions["breath"]>;
};
