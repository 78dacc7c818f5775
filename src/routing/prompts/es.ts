import type { HousePromptId } from "./en.ts";
import { pageEs } from "./page-es.ts";

/** What Holdfast itself says in Spanish, to callers and reps alike as usted. */
export const es: Readonly<Record<HousePromptId, string>> = {
  // Menus
  "not-understood": "Disculpe, no le hemos entendido.",
  "no-answer-heard": "No hemos oído ninguna respuesta.",
  "transferring-to-reception": "Un momento. Le pasamos con recepción.",
  transferring: "Un momento. Le pasamos la llamada.",
  "reception-not-here": "En este momento no hay nadie en recepción. Sigue usted en la fila.",
  "reception-is-here": "Usted ya está en la fila de recepción.",
  "more-time-on": "Ahora tiene más tiempo. Le preguntaremos dos veces y esperaremos más su respuesta.",
  "more-time-waiting": "Ahora tiene más tiempo. De vez en cuando le diremos que sigue en la fila.",
  goodbye: "Gracias por llamar. Hasta luego.",
  "our-failure": "Ha habido un problema por nuestra parte.",
  apology: "Ha habido un problema por nuestra parte. Le pasamos con una persona.",

  // Closed, empty or full
  closed: "Ahora estamos cerrados. Abrimos {opens}.",
  "closed-no-time": "Ahora estamos cerrados.",
  "nobody-here": "En este momento no hay nadie que pueda atenderle.",
  "queue-full": "En este momento nuestra línea está completa.",
  "notice-keys":
    "{callback, select, yes {Para que le llamemos, pulse 1. Para dejar un mensaje, pulse 3 o simplemente permanezca en la línea.} other {Para dejar un mensaje, pulse 1 o simplemente permanezca en la línea.}}",
  "left-waiting": "Lamentamos que nadie haya podido atenderle.",
  deserted:
    "En este momento no hay nadie que pueda atenderle. Conserva usted su lugar. {callback, select, yes {Para que le llamemos, pulse 1. } other {}}Para dejar un mensaje, pulse 3.",
  "attended-again": "Ya hay de nuevo alguien para atenderle.",
  "nobody-answered": "Allí nadie ha contestado. Conserva usted su lugar en la fila.",
  "moving-on": "Le pasamos a la fila de {queue}. El tiempo que ha esperado cuenta también allí.",
  "still-serving-after-closing":
    "Ya hemos cerrado para llamadas nuevas. Usted sigue en la fila y seguimos atendiendo.{callback, select, yes { Para que le llamemos en otro momento, pulse 1.} other {}}",

  // The line
  place: "{place, plural, =1 {Va usted en primer lugar.} other {Ocupa el lugar número # en la fila.}}",
  next: "Va usted en primer lugar.",
  "ahead-unsolved": "Ya nos llamó por esto y lamentamos que no esté resuelto. Va usted por delante en la fila.",
  "place-worse":
    "{cause, select, weight {Ha pasado antes una llamada de otra línea.} skill {Ha pasado antes una llamada para otro compañero.} language {Ha pasado antes una llamada en otro idioma.} preferred {Una llamada ha vuelto con quien ya conocía el caso.} returned {Ha vuelto a la fila alguien a quien se le cortó la llamada.} moved {Ha llegado de otra fila alguien que espera desde hace más tiempo.} callback {Ha llegado la hora de una llamada que habíamos prometido.} unsolved {Ha vuelto alguien a quien no se le resolvió el asunto la primera vez.} other {El orden de la fila ha cambiado.}} {place, plural, =1 {Va usted en primer lugar.} other {Ahora ocupa el lugar número #.}}",
  "wait-less": "La espera es de menos de un minuto.",
  "wait-up-to":
    "{minutes, plural, =1 {La espera es de menos de un minuto.} other {Es probable que la espera sea de menos de # minutos.}}",
  "wait-about":
    "{minutes, plural, =1 {La espera es de alrededor de un minuto.} other {Es probable que la espera sea de unos # minutos.}}",
  "wait-between": "Es probable que la espera sea de entre {from} y {to} minutos.",
  "wait-keys":
    "{callback, select, yes {Para que le llamemos, pulse 1. } other {}}{quiet, select, yes {Para volver a oírnos} other {Para oír solo música}}, pulse 2. Para dejar un mensaje, pulse 3. {details, select, yes {Para recibir por mensaje de texto los detalles de un producto del que oiga hablar, pulse 5. } other {}}{reception, select, yes {Para recepción, pulse 0. } other {}}Para oír esto de nuevo, pulse asterisco.",
  "wait-keys-quiet":
    "Para volver a oírnos, pulse 2. {reception, select, yes {Para hablar con recepción, pulse 0. } other {}}Para oír todas las opciones, pulse asterisco.",
  "quiet-on": "A partir de ahora solo oirá música. Para volver a oírnos, pulse 2.",
  "quiet-off": "Volveremos a hablarle de vez en cuando.",
  "sign-of-life": "Sigue usted en la fila. Alguien le atenderá.",
  "sign-of-life-again": "No nos hemos olvidado de usted: sigue en la fila.",
  "text-details-sent": "Le estamos enviando los detalles por mensaje de texto.",
  "text-impossible": "No podemos enviar mensajes de texto al número desde el que llama.",
  "wait-document-failed": "Ha habido un problema por nuestra parte. Sigue usted en la fila.",

  // A return call, asked for
  offer:
    "{what, select, place {Podemos llamarle cuando le toque el turno, sin que pierda su lugar. Para eso, pulse 1.} other {Podemos llamarle a la hora que usted elija. Para eso, pulse 1.}}",
  "offer-to-own": "Le llamaríamos al número que termina en {digits}.",
  "offer-to-other": "Le llamaríamos al {number}.",
  "offer-what":
    "{place, select, turn {Para colgar y que le llamemos cuando le toque el turno, pulse 1. } within {Para colgar y que le llamemos en menos de {minutes, plural, =1 {un minuto} other {# minutos}}, pulse 1. } other {}}{booked, select, yes {Para elegir una hora, pulse 2. } other {}}Para otro número, pulse 3. Si no, siga en la línea.",
  "offer-known":
    "Ya tenemos anotado que debemos llamarle{timed, select, yes { {at}} other {}}. Para cambiar la hora, pulse 1. Si no, siga en la línea.",
  "offer-number-unseen": "No vemos el número desde el que llama.",
  "offer-number-unfit": "No podemos devolver la llamada al número desde el que llama.",
  "offer-number-ask": "Marque el número al que debemos llamarle, con su prefijo, y después la tecla numeral.",
  "offer-number-refused":
    "{why, select, none {Eso no parece un número de teléfono.} country {Lo sentimos, no podemos llamar a ese país.} kind {Lo sentimos, no podemos llamar a números de ese tipo.} often {Lo sentimos, hoy no podemos volver a llamar a ese número.} known {Ya hay anotada una llamada a ese número.} other {Lo sentimos, no podemos llamar a ese número.}}",
  "offer-number-right": "{number}. Si es correcto, pulse 1. Para marcarlo de nuevo, pulse 2.",
  "offer-clock-ask": "Para guiarnos por su reloj:",
  "offer-clock": "Si nos llama {time}, hora de donde está, pulse {key}.",
  "offer-slot": "Para que le llamemos {time}, pulse {key}.",
  "offer-slot-more": "Para oír otras horas, pulse 4. Para marcar una hora, pulse 5. Para decirla, pulse 6.",
  "offer-time-keys": "Marque la hora y los minutos; por ejemplo, 3 3 0 para las tres y media.",
  "offer-time-say": "¿Cuándo quiere que le llamemos? Diga, por ejemplo, mañana a las diez.",
  "offer-time-not": "No hemos entendido la hora.",
  "offer-time-right":
    "{exact, select, yes {Podemos llamarle {time}.} other {Lo más cercano que podemos prometerle es {time}.}} Si le viene bien, pulse 1. Para otra hora, pulse 2.",
  "offer-slot-taken": "Esa hora acaba de ocuparse.",
  "offer-no-time": "Ahora mismo no hay ninguna hora libre que podamos prometerle.",
  "still-in-line": "Sigue usted en la fila.",
  "callback-not-now": "Ahora mismo no podemos anotar más llamadas.",
  "callback-not-noted": "No hemos podido anotar su llamada.",
  "callback-made-place":
    "{minutes, plural, =0 {Conserva su lugar y le llamaremos cuando le toque el turno.} =1 {Conserva su lugar y le llamaremos en menos de un minuto.} other {Conserva su lugar y le llamaremos en menos de # minutos.}}",
  "callback-made-booked":
    "Le llamaremos {at} o, como mucho, {minutes, plural, =1 {un minuto} other {# minutos}} después.",
  "callback-receipt": "Su comprobante es {code}. Se lo repito: {code}.",
  "callback-texted": "También lo recibirá por mensaje de texto.",
  "callback-change": "Si cambia de planes, llámenos y pulse asterisco en el menú.",

  // A return call that is owed, to a caller who rings in
  "owed-promised":
    "{owned, select, yes {{rep} le llamará} other {Le llamaremos}} {time}{known, select, yes { sobre {about}} other {}}.",
  "owed-booked": "Le llamaremos {time}{known, select, yes { sobre {about}} other {}}.",
  "owed-place":
    "Conserva usted su lugar en la fila y le llamaremos {timed, select, yes {{time}} other {cuando le toque el turno}}.",
  "owed-news": "Lo último que sabemos: {news}",
  "owed-no-news": "Todavía no hay novedades.",
  "owed-late": "Lo sentimos: nuestra llamada se ha retrasado.",
  "owed-ringing": "Justo en este momento le estamos llamando.",
  "owed-keys":
    "{live, select, yes {Para hablar ahora con alguien, pulse 1. } other {}}Para otra hora, pulse 2. Para anular la llamada, pulse 3. Para cualquier otra cosa, siga en la línea.",
  "owed-front": "Sentimos no haberle llamado todavía. Ahora está usted delante de todos los demás.",
  "owed-cancel": "Para anular la llamada, pulse 1. Para dejarla como está, pulse cualquier otra tecla.",
  "owed-cancelled": "La llamada queda anulada.",
  "owed-stays": "La llamada queda como estaba.",
  "owed-not-changed": "No hemos podido anotarlo. La llamada queda como estaba.",
  "dropped-ask":
    "Estaba usted en la fila para {queue}. Para recuperar su lugar, pulse 1. Para cualquier otra cosa, siga en la línea.",
  "place-back": "Ha recuperado su lugar.",
  "receipt-ask": "Marque los seis dígitos de su comprobante.",
  "receipt-unknown": "No conocemos ese comprobante, o su llamada ya se ha hecho.",

  // Messages
  "message-ask":
    "Deje su mensaje después del tono y pulse cualquier tecla al terminar. No perderá su lugar en la fila.",
  "message-kept": "Tenemos su mensaje y conserva usted su lugar en la fila.",
  "voicemail-ask": "Deje su mensaje después del tono y pulse cualquier tecla al terminar.",
  "voicemail-thanks": "Gracias. Tenemos su mensaje.",
  "voicemail-empty": "No hemos oído ningún mensaje.",

  // The conversation, to the caller
  joining: "Le atiende {rep}.",
  "joining-instead": "Ya es su turno, así que no hace falta que le llamemos. Le atiende {rep}.",
  held: "Un momento, por favor.",
  "caller-cut-off": "Si se ha cortado la llamada, pulse 1 y será la primera persona de la fila.",
  "abusive-end": "Terminamos aquí esta llamada. Puede volver a llamarnos en otro momento. Hasta luego.",

  // The whisper, to the rep alone
  "whisper-call": "Una llamada para {queue}.",
  "whisper-caller": "Del número que termina en {digits}.",
  "whisper-about": "Se trata de {about}.",
  "whisper-language": "Quien llama habla {language}.",
  "whisper-waited":
    "{minutes, plural, =0 {Ha esperado menos de un minuto.} =1 {Ha esperado un minuto.} other {Ha esperado # minutos.}}",
  "whisper-returning":
    "{same, select, yes {Usted ha hablado hace poco con quien llama.} other {Quien llama ha hablado hace poco con {rep}.}}",
  "whisper-transferred": "Se la pasa {rep}.",
  "whisper-escalated": "{rep} le pide que se haga cargo.",
  "whisper-cut-off": "La llamada se cortó mientras hablaba con {rep}.",
  "whisper-message": "Mientras esperaba, dejó un mensaje.",
  "whisper-unsolved": "Ya llamó por esto y habló con {same, select, yes {usted} other {{rep}}}. No está resuelto.",
  "whisper-promised": "Se le ha prometido una llamada {by}.",
  "whisper-keys": "Pulse 1 para atender la llamada o 2 para dejarla pasar.",
  "whisper-gone": "Quien llamaba ya ha colgado. Gracias.",
  "taken-by-another": "Otra persona ha atendido esta llamada. Gracias.",
  "whisper-withdrawn": "Esta llamada ya no le necesita. Gracias.",

  // The rep's menu
  "rep-menu":
    "Pulse 1 para volver con quien llama, 2 para transferir tras hablarlo, 3 para transferir directamente, 4 para pasar la llamada a la persona responsable, 5 para prometer una llamada, 6 para dejar en espera, {machine, select, yes {7 si ha contestado un contestador, } other {}}8 para terminar la llamada, 9 para terminar una llamada ofensiva.",
  "transfer-where": "¿Adónde? {choices}",
  "transfer-choice": "{key} para {queue}.",
  "transfer-ringing": "Estamos buscando a alguien. Pulse cualquier tecla para volver con quien llama.",
  "transfer-still-ringing": "Seguimos buscando a alguien. Pulse cualquier tecla para volver con quien llama.",
  "transfer-nobody": "Allí nadie ha podido atender la llamada.",
  "transfer-keys": "Pulse 1 para pasar la llamada o 2 para recuperarla.",
  transferred: "Ha pasado la llamada. Gracias.",
  "caller-held": "La llamada está en espera. Pulse cualquier tecla para continuar.",
  "escalate-nobody": "En este momento no hay ninguna persona responsable libre.",
  "abuse-ask":
    "Cuente con sus palabras lo que ha pasado. Empiece después del tono y pulse cualquier tecla al terminar.",

  // Return calls, to the rep
  "whisper-kept-place": "Una llamada pendiente de {queue}. Quien llamó colgó y conservó su lugar en la fila.",
  "whisper-booked": "Una llamada pendiente de {queue}, reservada para una hora concreta: {at}.",
  "whisper-word":
    "Una llamada pendiente de {queue} que {whose, select, own {usted ha prometido} other {ha prometido {rep}} nobody {se prometió}} {by}.",
  "whisper-late": "Va con retraso.",
  "whisper-called-back": "Hemos llamado, y la persona está en la línea.",
  "whisper-rang-in": "Quien llama ha preferido llamar en vez de esperarla.",
  "whisper-note": "La nota dice: {note}",
  "whisper-note-recorded": "Esta es la nota.",
  "whisper-news": "Lo último que se sabe: {news}",
  "whisper-tried": "{tries, plural, =1 {Ya lo hemos intentado una vez.} other {Ya lo hemos intentado # veces.}}",
  "whisper-return-keys": "Pulse 1 para llamar ahora o 2 para dejarla pasar.",
  "ringing-customer": "Estamos llamando ahora.",
  "return-outcome":
    "{came, select, busy {La línea estaba ocupada.} unanswered {Nadie ha contestado.} gone {Ha colgado antes de que pudiéramos pasarle la llamada.} machine {Ha contestado un contestador, y le dejamos un mensaje breve.} failed {No se ha podido hacer la llamada.} wrong {Era un número equivocado.} later {Ha pedido otra hora.} in {Acaba de llamarnos.} moved {La llamada se ha cambiado a otra hora.} other {La llamada ya no hace falta.}} Gracias.",

  // Return calls, to whoever picks up
  "return-hello":
    "Hola, le llamamos de {business}. {kind, select, place {Le devolvemos la llamada: ha conservado su lugar en la fila.} booked {Le devolvemos la llamada a la hora que usted eligió.} asked {Nos pidieron que llamáramos a este número.} other {Le devolvemos la llamada, como le prometimos.}}",
  "return-anyone": "Si nos oye, pulse cualquier tecla.",
  "return-in-line": "Enseguida le atenderá alguien. Sigue usted en su lugar de la fila.",
  "return-agree": "Para hablar con alguien, pulse 1. Para otra hora, pulse 2. Si no ha pedido esta llamada, pulse 3.",
  "return-snooze": "¿Dentro de cuántas veces diez minutos podemos volver a llamarle? Pulse una tecla del 1 al 9.",
  "return-snoozed": "Volveremos a llamarle {at}. Hasta luego.",
  "return-unheard": "No hemos oído respuesta. Hasta luego.",
  "return-wrong": "Disculpe. No volveremos a llamar a este número por este asunto. Hasta luego.",
  "no-news": "Prometimos llamarle {by}. Todavía no hay novedades.",
  "no-news-latest": "Esto es lo que sabemos hasta ahora: {news}",
  "no-news-owner": "{rep} se ocupa de ello.",
  "no-news-next": "Volveremos a llamarle {by}.",
  "no-news-keys":
    "{there, select, yes {Para hablar con alguien ahora, pulse 1. } other {}}Para otra hora, pulse 2. Si no, puede colgar sin más.",
  "return-withdrawn": "Disculpe: esta llamada ya no hace falta. Hasta luego.",
  "return-voicemail":
    "Hola, le llamamos de {business}. Hemos intentado devolverle la llamada{again, select, yes {, y volveremos a intentarlo} other {}}. También puede llamarnos al número desde el que le llamamos. Su comprobante es {code}. Hasta luego.",

  // Wrap-up
  "wrap-up-ask":
    "¿Cómo ha terminado la llamada? Pulse 1 si está resuelto, 2 si todavía no, 3 {promised, select, yes {por la llamada que ha prometido} other {para prometer una llamada}}.",
  "wrap-up-thanks":
    "{disposition, select, resolved {Anotado como resuelto.} promised {Anotado con una llamada pendiente.} transferred {Anotado.} abusive {Anotado.} unsaid {} other {Anotado como no resuelto todavía.}} Gracias.",

  // A rep's word
  "promise-when":
    "¿Para cuándo promete la llamada? Pulse 1 para dentro de una hora como mucho, 2 para dentro de dos horas como mucho, 3 para mañana, poco después de abrir, 4 para marcar una hora. O diga la hora. Pulse asterisco para dejarlo.",
  "promise-time": "Marque la hora con cuatro cifras, por ejemplo 0 3 3 0 para las tres y media.",
  "promise-instead":
    "{why, select, full {Para esa hora ya ha prometido todas las llamadas que puede hacer.} off {A esa hora usted no trabaja.} closed {A esa hora está cerrado.} night {A esa hora es demasiado temprano o demasiado tarde para quien llama.} past {Esa hora ya ha pasado.} other {Eso queda demasiado lejos.}} {free, select, yes {Puede llamar {by}. Pulse 1 para prometerlo o 2 para elegir otra hora.} other {Pulse 2 para elegir otra hora.}}",
  "promise-about":
    "Después del tono, diga de qué se trata y pulse cualquier tecla al terminar. Para no dejar nota, pulse cualquier tecla enseguida.",
  "promise-keep":
    "Usted llamará al número que termina en {digits} {by}{known, select, yes {, por {about}} other {}}{note, select, new {. Su nota:} yes {, con su nota.} other {.}}",
  "promise-keep-keys":
    "Pulse 1 para confirmarlo, {caller, select, here {4 para confirmarlo y que se lo digamos a quien llama, } other {}}2 para elegir otra hora, 3 para volver a decir de qué se trata, asterisco para dejarlo.",
  "promise-kept":
    "La llamada queda anotada{texts, select, yes {, y quien llama recibe un mensaje con la hora} other {}}. Gracias.",
  "promise-dropped": "No se ha anotado ninguna llamada.",
  "promise-not-noted": "No hemos podido anotar la llamada prometida. Por favor, anótela usted.",
  "promise-no-number":
    "{why, select, none {El número de quien llama es oculto, así que no podemos devolver la llamada.} often {Hoy ya se ha llamado a este número todas las veces permitidas.} unwanted {Desde este número se pidió no recibir llamadas.} other {No podemos devolver la llamada a este número.}} No se ha anotado ninguna llamada.",
  "promise-told": "{rep} le llamará {by}.",

  // The rep's desk, by phone and by text
  "desk-menu":
    "{state, select, in {Está disponible.} break {Está en pausa.} away {Figura como ausente porque sonaron llamadas sin respuesta.} other {Ha salido.}} Pulse 1 si está disponible, 2 para una pausa, 3 para salir, 0 para el menú que oyen quienes llaman.",
  "desk-state":
    "{state, select, in {Ahora está disponible.} break {Ahora está en pausa.} away {Ahora figura como ausente.} other {Ahora ha salido.}}",
  "desk-keys": "Pulse 1 si está disponible, 2 para una pausa, 3 para salir, 0 para el menú que oyen quienes llaman.",
  "missed-rings-text":
    "Han sonado llamadas sin respuesta, así que figura como ausente y no le pasaremos más. Envíe IN cuando vuelva.",
  // Return calls, as texts
  "callback-made-text":
    "{business}: {kind, select, place {conserva su lugar en la fila y le llamaremos cuando le toque} booked {le llamaremos {at}} other {{owned, select, yes {{rep}} other {alguien}} le llamará {at}}}. Su comprobante es {code}. Envíe DONDE para saber cómo va, MOVER 16:00 para otra hora, CANCELAR {code} para cancelarla.",
  "callback-moved-text":
    "{business}: {own, select, yes {como ha pedido, le llamaremos {at}} other {le llamaremos a una hora distinta de la que dijimos: {at}}}. Su comprobante es {code}.",
  "callback-late-text":
    "{business}: vamos con retraso con su llamada, y lo sentimos. No ha perdido su lugar. Su comprobante es {code}.",
  "callback-missed-text":
    "{business}: acabamos de llamarle para devolverle la llamada. Volveremos a llamarle {at}. Si prefiere otra hora, envíe MOVER y la hora, o llámenos. Su comprobante es {code}.",
  "callback-gave-up-text":
    "{business}: {rung, select, yes {le hemos llamado como prometimos, pero no hemos podido hablar con usted} other {no hemos logrado devolverle la llamada, y lo sentimos}}. No volveremos a intentarlo por nuestra cuenta. Si quiere que le llamemos, responda CALL o llámenos cuando quiera.",
  "callback-cancelled-text":
    "{business}: se ha anulado la llamada con el comprobante {code}{own, select, yes {, como ha pedido. Si quiere otra} other {. Si todavía la quiere}}, responda LLAMAR o llámenos cuando quiera.",
  "callback-reminder-text": "{business}: le llamaremos {at}, como usted eligió. Su comprobante es {code}.",
  "no-news-text":
    "{business}: le prometimos una llamada para ahora. Todavía no hay novedades{owned, select, yes {; {rep} se ocupa de ello} other {}}. Volverá a saber de nosotros {by}.",
  "promise-due-text":
    "{as, select, owner {Usted prometió} other {{rep} prometió}} llamar a {caller} {at}{known, select, yes {, por {what}} other {}}{spoken, select, yes {, con una nota de voz} other {}}. Comprobante {code}.{as, select, backup { Puede que {rep} no llegue a tiempo: llame usted o procure que alguien lo haga.} lead { Todavía no ha llamado nadie.} other {}}",
  "mail-invitation-subject": "{business}: su cuenta",
  "mail-invitation":
    "{who}, ya puede entrar en {business}. Elija aquí su contraseña antes de una semana:\n\n{link}\n\nEl enlace sirve una sola vez y es solo para usted.",
  "mail-welcome-subject": "{business}: su cuenta",
  "mail-welcome": "{who}, ya puede entrar en {business} con su cuenta de {issuer}:\n\n{link}",
  "mail-reset-subject": "{business}: una contraseña nueva",
  "mail-reset":
    "{who}, elija aquí una contraseña nueva para {business} en las próximas 24 horas:\n\n{link}\n\nEl enlace sirve una sola vez y es solo para usted. Hasta entonces vale la contraseña anterior.",
  "mail-subject":
    "{business}: {about, select, promise {una llamada prometida} voicemail {un nuevo mensaje de voz} other {una llamada ofensiva}}",
  "left-owing-text":
    "{own, select, yes {Ha salido y debe} other {{rep} ha salido y debe}} {many, plural, =1 {una llamada} other {# llamadas}}:\n{calls}{more, plural, =0 {} other {\n(y # más)}}",

  // What callers text, and what is answered
  "text-help":
    "{business}: envíe LLAMAR y le devolvemos la llamada, o LLAMAR 15:00 para la hora que prefiera. DONDE le dice cómo va su llamada, MOVER 16:00 la cambia, CANCELAR con su comprobante la cancela. STOP termina nuestros mensajes. O llámenos: {line}.",
  "text-stands":
    "{what, select, now {Le estamos llamando en este momento.} live {Está usted en línea con nosotros.} missed {No hemos podido localizarle. Volveremos a llamarle {at}.} booked {Le llamaremos {at}.} promised {{owned, select, yes {{rep} le llamará} other {Le llamaremos}} {at}.} later {Conserva su lugar en la fila. Le llamaremos cuando abramos: {at}.} soon {Es usted la siguiente persona. Le llamaremos enseguida.} other {{place, plural, =1 {Va usted en primer lugar} other {Ocupa el lugar número #}} para su llamada.}} Su comprobante es {code}.",
  "text-moved": "Hecho: le llamaremos {at}. Su comprobante es {code}.",
  "text-move-when": "¿A qué hora le llamamos? Envíe MOVER y la hora, por ejemplo MOVER 16:00.",
  "text-no-time": "No hemos entendido la hora. Escríbala así: 15:00, mañana a las 10:30, en dos horas.",
  "text-cancelled": "Su llamada queda cancelada. Si quiere otra, envíe LLAMAR.",
  "text-talking": "En este momento está hablando de ello con nosotros.",
  "text-owe-nothing": "No tiene ninguna llamada pendiente con nosotros. Envíe LLAMAR y le llamaremos.",
  "text-no-receipt": "No tenemos ninguna llamada pendiente con ese comprobante.",
  "text-guessing": "Ahora no podemos consultarlo por mensaje. Por favor, llámenos.",
  "text-owed-already": "Su llamada ya está anotada.",
  "text-no-number":
    "{why, select, unwanted {Desde este número se nos pidió no llamar. Envíe START para que podamos llamarle de nuevo.} often {Hoy ya hemos llamado a este número todas las veces permitidas. Por favor, llámenos.} other {No podemos devolver la llamada a este número. Por favor, llámenos.}}",
  "text-not-offered": "Eso no podemos hacerlo por mensaje. Por favor, llámenos.",
  "text-not-noted": "Ahora mismo no hemos podido anotarlo. Inténtelo dentro de unos minutos o llámenos.",
  "text-instead":
    "{why, select, full {{whose, select, rep {Para esa hora ya ha prometido todas las llamadas que puede hacer.} other {Esa hora ya está ocupada.}}} off {{whose, select, rep {A esa hora usted no trabaja.} other {A esa hora no hay nadie para atenderle.}}} closed {A esa hora está cerrado.} night {Sería demasiado temprano o demasiado tarde para llamar.} past {Esa hora ya ha pasado.} other {Eso queda demasiado lejos.}} {free, select, yes {{whose, select, rep {Puede llamar {at}.} other {Podemos llamarle {at}.}} Responda SÍ para aceptarlo.} other {No hay ninguna hora libre en los próximos días.}}",
  "text-stopped": "No recibirá más mensajes nuestros. Envíe START para volver a recibirlos.",
  "text-started": "Volverá a recibir nuestros mensajes. Envíe LLAMAR y le llamaremos.",
  "text-no-calls": "No le llamaremos más. Si cambia de idea, envíe START.",

  // Asking after
  "follow-up-text": "{business}: hace poco habló con nosotros. ¿Quedó resuelto? Responda SÍ o NO.",
  "asking-after":
    "Hola, le llamamos de {business}. Hace poco habló con nosotros y nos gustaría saber si quedó resuelto. Pulse 1 si quedó resuelto o 2 si no.",
  "asking-after-solved": "Gracias, nos alegra saberlo. Hasta luego.",
  "asking-after-sorry": "Lamentamos que no esté resuelto.",
  "asking-after-return": "{rep} le devolverá la llamada y va usted por delante en la fila. Hasta luego.",
  "text-solved": "Gracias, nos alegra saberlo.",
  "text-unsolved":
    "Lamentamos que no esté resuelto. {rep} le devolverá la llamada y va usted por delante en la fila. Su comprobante es {code}.",
  "text-unsolved-owed": "Lamentamos que no esté resuelto.",

  // What reps text
  "text-promised":
    "Usted llamará a {caller} {at}{known, select, yes {, por {about}} other {}}. El comprobante es {code}.",
  "text-promise-help":
    "{lacks, select, time {No hemos entendido la hora.} other {No hemos encontrado un número al que se pueda llamar.}} Escriba a quién, para cuándo y de qué se trata: PROMETO +12125550123 15:00 sobre el laboratorio.",
  "text-news-noted": "Anotado para {caller}, comprobante {code}: lo tendrá quien haga la llamada.",
  "text-news-help": "Escriba NOTICIAS, el comprobante y la novedad: NOTICIAS 123456 el laboratorio ha dicho que sí.",
  "text-owed":
    "{many, plural, =0 {No debe ninguna llamada.} =1 {Debe una llamada:} other {Debe # llamadas:}}{more, plural, =0 {} other { (y # más después)}}",
  "text-owed-line": "{caller} {at}{known, select, yes {, {what}} other {}}, {code}",
  "desk-text-help":
    "Envíe IN para atender llamadas, BREAK para una pausa, OUT al terminar. PROMETO +12125550123 15:00 sobre el laboratorio promete una llamada, NOTICIAS con un comprobante da su novedad, DEBO enumera las llamadas que debe.",
  "abuse-text": "{rep} ha terminado una llamada ofensiva en {queue}. Está en su lista.",
  "voicemail-text": "Hay un nuevo mensaje de voz de {known, select, yes {{caller}} other {un número oculto}}.",

  // The receipt page
  ...pageEs,
};
