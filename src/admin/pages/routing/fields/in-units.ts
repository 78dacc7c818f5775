const units = [
  { seconds: 86_400, name: "d" },
  { seconds: 3_600, name: "h" },
  { seconds: 60, name: "min" },
] as const;

/** Seconds in the two largest units that they fill, such as "1 h 30 min"; empty below a minute. */
export function inUnits(seconds: number): string {
  let left = seconds;
  const parts = units.flatMap(({ seconds: each, name }) => {
    const whole = Math.floor(left / each);
    left -= whole * each;
    return whole > 0 ? [`${whole} ${name}`] : [];
  });
  if (parts.length === 0) return "";
  return (left > 0 && parts.length < 2 ? [...parts, `${left} s`] : parts.slice(0, 2)).join(" ");
}
