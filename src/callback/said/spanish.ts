import type { Words } from "./plain.ts";

const small =
  "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve";
const tens = "treinta cuarenta cincuenta";
const weekdays = "lunes martes miercoles jueves viernes sabado domingo";
const months = "enero febrero marzo abril mayo junio julio agosto sep?tiembre octubre noviembre diciembre";

/** What Spanish says for times; `mañana` is the morning after an article, and tomorrow without one. */
export const spanish: Words = {
  numbers: {
    ...Object.fromEntries(small.split(" ").map((word, number) => [word, number])),
    ...Object.fromEntries(tens.split(" ").map((word, index) => [word, 30 + 10 * index])),
    un: 1,
    una: 1,
    veintiuna: 21,
  },
  joinedBy: "y",
  joinsFrom: 30,
  rows: [
    ["pasado manana", "day+2"],
    ["no pued[eo]n?|nunca|excepto|salvo|menos el|entre|ayer|pasad[oa]|hace", "not"],
    ["(?:de|por|en|a) la (?:manana|madrugada)", "morning"],
    ["esta manana", "day+0 morning"],
    ["esta tarde", "day+0 afternoon"],
    ["esta noche", "day+0 night"],
    ["hoy", "day+0"],
    ["manana", "day+1"],
    ["(?:mas|muy) tarde", ""],
    ["(?:(?:de|por|en|a) la )?tarde", "afternoon"],
    ["(?:(?:de|por|en|a) la )?noche", "night"],
    ["del? (?:medio ?dia)", "afternoon"],
    ["(?:al? )?medio ?dia", "noon"],
    ["(?:a (?:la )?)?media ?noche", "midnight"],
    ...weekdays.split(" ").map((day, index) => [day, `wd${index + 1}`] as const),
    ...months.split(" ").map((month, index) => [`(?:el )?(?:dia )?{n}(?: de)? ${month}`, `md${index + 1}-$1`] as const),
    ["el(?: dia)? {n}", "dom$1"],
    ["en punto", "oclock"],
    ["(?:1 )?par de", "2"],
    ["(?:1 )?media hora", "half hours"],
    ["3 cuartos de hora", "3 quarter hours"],
    ["(?:1 )?cuarto de hora", "quarter hours"],
    ["(en|dentro de) hora y", "$1 1 hours y"],
    ["horas?|hrs?", "hours"],
    ["minutos?|mins?", "minutes"],
    ["dias?", "days"],
    ["semanas?", "weeks"],
    ["(?:1 )?cuarto", "quarter"],
    ["medi[ao]", "half"],
    ["(quarter|\\d+)(?: minutes)? para(?: las?)? {n}", "$1 til $2"],
    ["{n} menos (quarter|\\d+)(?: minutes)?", "$2 til $1"],
    ["{n} y (half|quarter|\\d+)(?: minutes)?", "$2 past $1"],
    ["y", "and"],
    ["(?:en|dentro de) (?:unos|unas|como)", "in"],
    ["(?:a eso de|sobre|hacia|antes de|despues de|para|como|tipo|a)? ?las?", "at"],
    ["dentro de|en", "in"],
    ["no mas", ""],
  ],
  fillers:
    "el los lo de del al a para por favor me nos te le se que viene proximo proxima siguiente este esta es si no bueno bien vale ok okay pues eh este sea seria mejor quiero quisiera quiere puede pueden podria podrian llame llamen llamenme llameme llamame llamar llamada devolver hable ahora ya gracias porfa digamos creo hora faltan cuando hola yo mi tiempo unos unas",
};
