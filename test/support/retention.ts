import request from "supertest";
import { adminToken } from "./admin-token.ts";
import type { Office } from "./office.ts";

/** For how many days each is kept; null: for ever. */
export type Setting = {
  readonly records: number | null;
  readonly recordings: number | null;
  readonly audit: number | null;
};
export const everything: Setting = { records: null, recordings: null, audit: null };

/** An admin who says for how long an office keeps what is over. */
export function keeper({ app, pass }: Pick<Office, "app" | "pass">) {
  const asked = async (ask: (api: ReturnType<typeof request>) => request.Test) => {
    const { publicUrl } = await app();
    return ask(request(publicUrl)).set("Authorization", `Bearer ${adminToken}`);
  };
  return {
    read: () => asked((api) => api.get("/api/retention")),
    preview: (query: string) => asked((api) => api.get(`/api/retention/preview?${query}`)),
    change: (body: object, ifMatch?: string) =>
      asked((api) => {
        const change = api.put("/api/retention");
        return (ifMatch === undefined ? change : change.set("If-Match", ifMatch)).send(body);
      }),
    /** Keeps what is named for so many days, the rest for ever, and lets what comes of it be done. */
    async keeps(differs: Partial<Setting>) {
      const { publicUrl } = await app();
      const answer = await request(publicUrl)
        .put("/api/retention")
        .set("Authorization", `Bearer ${adminToken}`)
        .set("If-Match", "*")
        .send({ ...everything, ...differs });
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
      await pass({ seconds: 1 });
    },
  };
}

const hours = 60;
/** Days go by. */
export async function daysPass({ pass }: Pick<Office, "pass">, days: number): Promise<void> {
  await pass({ minutes: days * 24 * hours });
}
