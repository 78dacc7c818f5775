import type { RestAnswer, Switchboard } from "../switchboard.ts";
import { answered } from "./answer.ts";

/** Beside the account, in an API of its own. */
export const permissionPath = /^\/v1\/DialingPermissions\/Countries\/([A-Z]{2})$/;

/** Whether a country may be dialled: its geographic permission. https://www.twilio.com/docs/voice/api/dialingpermissions-country-resource */
export function permissionOf(switchboard: Switchboard, country: string): RestAnswer {
  const allowed = !switchboard.standing().notDialled.includes(country);
  const url = `https://voice.twilio.com/v1/DialingPermissions/Countries/${country}`;
  return answered(200, {
    iso_code: country,
    name: new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? country,
    continent: "",
    country_codes: [],
    low_risk_numbers_enabled: allowed,
    high_risk_special_numbers_enabled: false,
    high_risk_tollfraud_numbers_enabled: false,
    url,
    links: { highrisk_special_prefixes: `${url}/HighRiskSpecialPrefixes` },
  });
}
