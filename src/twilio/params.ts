/** A webhook's parameters as Twilio signed them; a repeated one is an array. The object has no prototype. */
export type Params = Readonly<Record<string, string | string[]>>;
