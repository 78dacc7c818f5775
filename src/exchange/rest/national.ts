/** A North American number as it is written there, `(415) 867-5308`; any other number as it is. */
export const nationalText = (number: string): string => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");
