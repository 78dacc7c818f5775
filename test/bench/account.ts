/** The account that all servers of the benchmark believe in, and the address at which "Twilio" knows them. */
export const account = { sid: `AC${"0".repeat(31)}1`, token: "0123456789abcdef0123456789abcdef" } as const;
export const publicUrl = "https://phone.example.com";
