import { pageEn } from "./page-en.ts";

/**
 * What Holdfast itself says in English, as ICU messages by prompt id. A routing may put its own words in place of any
 * of them, with the same arguments. Adding one: a line here and a line in every other language.
 */
export const en = {
  // Menus
  "not-understood": "Sorry, we did not catch that.",
  "no-answer-heard": "We did not hear an answer.",
  "transferring-to-reception": "One moment. We are connecting you to reception.",
  transferring: "One moment. We are connecting you.",
  "reception-not-here": "Nobody is at reception right now. You are still in line.",
  "reception-is-here": "You are already in line for reception.",
  "more-time-on": "You now have more time. We will ask twice, and wait longer for your answer.",
  "more-time-waiting": "You now have more time. We will tell you now and then that you are still in line.",
  goodbye: "Thank you for calling. Goodbye.",
  "our-failure": "Something went wrong on our side.",
  apology: "Something went wrong on our side. We are connecting you to a person.",

  // Closed, empty or full
  closed: "We are closed right now. We open {opens}.",
  "closed-no-time": "We are closed right now.",
  "nobody-here": "Nobody is here to take your call right now.",
  "queue-full": "Our line is full right now.",
  "notice-keys":
    "{callback, select, yes {To be called back, press 1. To leave a message, press 3, or simply stay on the line.} other {To leave a message, press 1, or simply stay on the line.}}",
  "left-waiting": "We are sorry that nobody could take your call.",
  deserted:
    "Nobody is here to answer right now. You keep your place in line. {callback, select, yes {To be called back, press 1. } other {}}To leave a message, press 3.",
  "attended-again": "Someone is here again to answer.",
  "nobody-answered": "Nobody answered there. You have kept your place in line.",
  "moving-on": "We are moving you to the line for {queue}. The time you have waited counts there.",
  "still-serving-after-closing":
    "We have closed for new calls. You are still in line, and we are still answering.{callback, select, yes { To be called back another time, press 1.} other {}}",

  // The line
  place: "{place, plural, =1 {You are next.} other {You are number # in line.}}",
  next: "You are next in line.",
  "ahead-unsolved": "You called about this before, and we are sorry that it is not solved. You are ahead in line.",
  "place-worse":
    "{cause, select, weight {A call from another line went first.} skill {A call for a different colleague went first.} language {A call in another language went first.} preferred {A call went back to the colleague who knows it.} returned {Someone who was cut off is back in line.} moved {Someone who has waited longer has come from another line.} callback {A return call that we promised is due.} unsolved {Someone whose matter was not solved the first time is back.} other {The order of the line has changed.}} {place, plural, =1 {You are next.} other {You are now number # in line.}}",
  "wait-less": "Your wait is less than a minute.",
  "wait-up-to":
    "{minutes, plural, =1 {Your wait is less than a minute.} other {Your wait is likely to be less than # minutes.}}",
  "wait-about":
    "{minutes, plural, =1 {Your wait is about one minute.} other {Your wait is likely to be about # minutes.}}",
  "wait-between": "Your wait is likely to be between {from} and {to} minutes.",
  "wait-keys":
    "{callback, select, yes {To be called back, press 1. } other {}}{quiet, select, yes {To hear us speak again} other {For a quiet wait}}, press 2. To leave a message and keep your place, press 3. {details, select, yes {For a text with details of a product that you hear about, press 5. } other {}}{reception, select, yes {For reception, press 0. } other {}}To hear this again, press star.",
  "wait-keys-quiet":
    "To hear us speak again, press 2. {reception, select, yes {For reception, press 0. } other {}}To hear all choices, press star.",
  "quiet-on": "From now on you will hear only music. To hear us again, press 2.",
  "quiet-off": "We will speak to you from time to time again.",
  "sign-of-life": "You are still in line. Someone will be with you.",
  "sign-of-life-again": "We have not forgotten you: you are still in line.",
  "text-details-sent": "The details are on their way to you as a text message.",
  "text-impossible": "We cannot send a text message to the number you are calling from.",
  "wait-document-failed": "Something went wrong on our side. You are still in line.",

  // A return call, asked for
  offer:
    "{what, select, place {We can call you back when it is your turn, and you keep your place. For that, press 1.} other {We can call you back at a time that you choose. For that, press 1.}}",
  "offer-to-own": "We would call the number that ends in {digits}.",
  "offer-to-other": "We would call {number}.",
  "offer-what":
    "{place, select, turn {To hang up and be called when it is your turn, press 1. } within {To hang up and be called within {minutes, plural, =1 {one minute} other {# minutes}}, press 1. } other {}}{booked, select, yes {To choose a time, press 2. } other {}}For another number, press 3. Otherwise, just stay on the line.",
  "offer-known":
    "We already have you down for a return call{timed, select, yes { {at}} other {}}. To move it, press 1. Otherwise, just stay on the line.",
  "offer-number-unseen": "We do not see the number that you are calling from.",
  "offer-number-unfit": "We cannot call back the number that you are calling from.",
  "offer-number-ask": "Please key in the number that we should call, with its area code, and then press pound.",
  "offer-number-refused":
    "{why, select, none {That does not seem to be a telephone number.} country {We are sorry, we cannot call that country.} kind {We are sorry, we cannot call numbers of that kind.} often {We are sorry, we cannot call that number again today.} known {A return call to that number is already noted.} other {We are sorry, we cannot call that number.}}",
  "offer-number-right": "{number}. If that is right, press 1. To key it in again, press 2.",
  "offer-clock-ask": "So that we go by your own clock:",
  "offer-clock": "If you are calling {time} your time, press {key}.",
  "offer-slot": "For a call {time}, press {key}.",
  "offer-slot-more": "For more times, press 4. To key in a time, press 5. To say one, press 6.",
  "offer-time-keys": "Please key in the hour and the minutes, such as 3 3 0 for half past three.",
  "offer-time-say": "When should we call you? Say, for example, tomorrow at ten.",
  "offer-time-not": "We did not catch a time.",
  "offer-time-right":
    "{exact, select, yes {We can call you {time}.} other {The nearest time that we can promise is {time}.}} If that suits you, press 1. For another time, press 2.",
  "offer-slot-taken": "That time has just been taken.",
  "offer-no-time": "There is no free time that we could promise right now.",
  "still-in-line": "You are still in line.",
  "callback-not-now": "We cannot take requests for return calls right now.",
  "callback-not-noted": "We could not note your return call.",
  "callback-made-place":
    "{minutes, plural, =0 {Your place is kept, and we will call you when it is your turn.} =1 {Your place is kept, and we will call you within one minute.} other {Your place is kept, and we will call you within # minutes.}}",
  "callback-made-booked":
    "We will call you {at}, or at most {minutes, plural, =1 {one minute} other {# minutes}} later.",
  "callback-receipt": "Your receipt is {code}. Once more: {code}.",
  "callback-texted": "You will have it as a text message, too.",
  "callback-change": "If your plans change, call us and press star in the menu.",

  // A return call that is owed, to a caller who rings in
  "owed-promised":
    "{owned, select, yes {{rep} will call you} other {We will call you}} {time}{known, select, yes { about {about}} other {}}.",
  "owed-booked": "We will call you {time}{known, select, yes { about {about}} other {}}.",
  "owed-place":
    "Your place in line is kept, and we will call you {timed, select, yes {{time}} other {when it is your turn}}.",
  "owed-news": "The latest news is: {news}",
  "owed-no-news": "There is no news yet.",
  "owed-late": "We are sorry: our call to you is late.",
  "owed-ringing": "We are trying to reach you at this very moment.",
  "owed-keys":
    "{live, select, yes {To speak with someone now, press 1. } other {}}For another time, press 2. To cancel the call, press 3. For anything else, just stay on the line.",
  "owed-front": "We are sorry that we have not called you yet. You are now in front of everybody else.",
  "owed-cancel": "To cancel the call, press 1. To leave it as it is, press any other key.",
  "owed-cancelled": "The call is cancelled.",
  "owed-stays": "The call stays as it was.",
  "owed-not-changed": "We could not note that. The call stays as it was.",
  "dropped-ask":
    "You were in line for {queue}. To have your place back, press 1. For anything else, just stay on the line.",
  "place-back": "You have your place back.",
  "receipt-ask": "Please key in the six digits of your receipt.",
  "receipt-unknown": "We do not know that receipt, or its call has been made already.",

  // Messages
  "message-ask":
    "Please leave your message after the tone, and press any key when you are done. You keep your place in line.",
  "message-kept": "We have your message, and you have kept your place in line.",
  "voicemail-ask": "Please leave your message after the tone, and press any key when you are done.",
  "voicemail-thanks": "Thank you. We have your message.",
  "voicemail-empty": "We did not hear a message.",

  // The conversation, to the caller
  joining: "Here is {rep}.",
  "joining-instead": "It is your turn now, so there is no need to call you back. Here is {rep}.",
  held: "One moment, please.",
  "caller-cut-off": "If you were cut off, press 1 and you are first in line.",
  "abusive-end": "We are ending this call here. You are welcome to call again another time. Goodbye.",

  // The whisper, to the rep alone
  "whisper-call": "A call for {queue}.",
  "whisper-caller": "From the number that ends in {digits}.",
  "whisper-about": "It is about {about}.",
  "whisper-language": "The caller speaks {language}.",
  "whisper-waited":
    "{minutes, plural, =0 {Waited less than a minute.} =1 {Waited one minute.} other {Waited # minutes.}}",
  "whisper-returning":
    "{same, select, yes {You have spoken with this caller lately.} other {The caller has spoken with {rep} lately.}}",
  "whisper-transferred": "Transferred by {rep}.",
  "whisper-escalated": "{rep} asks you to take over.",
  "whisper-cut-off": "The caller was cut off while speaking with {rep}.",
  "whisper-message": "The caller has left a message while waiting.",
  "whisper-unsolved":
    "Called about this before, and spoke with {same, select, yes {you} other {{rep}}}. It is not solved.",
  "whisper-promised": "The caller was promised a return call {by}.",
  "whisper-keys": "Press 1 to take the call, 2 to pass.",
  "whisper-gone": "The caller has hung up in the meantime. Thank you.",
  "taken-by-another": "Someone else has taken this call. Thank you.",
  "whisper-withdrawn": "This call no longer needs you. Thank you.",

  // The rep's menu
  "rep-menu":
    "Press 1 to go back to the caller, 2 for a warm transfer, 3 for a cold transfer, 4 to escalate to the lead, 5 to promise a return call, 6 to put the caller on hold, {machine, select, yes {7 if a machine has answered, } other {}}8 to end the call, 9 to end an abusive call.",
  "transfer-where": "Where to? {choices}",
  "transfer-choice": "{key} for {queue}.",
  "transfer-ringing": "We are trying to reach someone. Press any key to go back to the caller.",
  "transfer-still-ringing": "We are still trying to reach someone. Press any key to go back to the caller.",
  "transfer-nobody": "Nobody there could take the call.",
  "transfer-keys": "Press 1 to hand over, 2 to take the caller back.",
  transferred: "You have handed over the call. Thank you.",
  "caller-held": "The caller is on hold. Press any key to go on.",
  "escalate-nobody": "No lead is free right now.",
  "abuse-ask": "Please say in your own words what happened. Begin after the tone, and press any key when you are done.",

  // Return calls, to the rep
  "whisper-kept-place": "A return call for {queue}. The caller hung up and kept a place in line.",
  "whisper-booked": "A return call for {queue}, booked for a time {at}.",
  "whisper-word":
    "A return call for {queue} that {whose, select, own {you have promised} other {{rep} has promised} nobody {was promised}} {by}.",
  "whisper-late": "It is late.",
  "whisper-called-back": "We have called, and the caller is on the line.",
  "whisper-rang-in": "The caller has rung in, rather than wait for it.",
  "whisper-note": "The note says: {note}",
  "whisper-note-recorded": "This is the note.",
  "whisper-news": "The latest news: {news}",
  "whisper-tried": "{tries, plural, =1 {We have tried once before.} other {We have tried # times before.}}",
  "whisper-return-keys": "Press 1 to call now, 2 to pass.",
  "ringing-customer": "We are ringing the caller now.",
  "return-outcome":
    "{came, select, busy {The line was busy.} unanswered {Nobody answered.} gone {The caller hung up before being connected.} machine {A machine answered, and gets a short message.} failed {The call could not be placed.} wrong {It was a wrong number.} later {The caller has asked for another time.} in {The caller has just called in.} moved {The return call was moved to another time.} other {The return call is no longer wanted.}} Thank you.",

  // Return calls, to whoever picks up
  "return-hello":
    "Hello, this is {business}. {kind, select, place {We are calling you back: you have kept your place in line.} booked {We are calling you back at the time that you chose.} asked {We were asked to call this number.} other {We are calling you back, as we promised.}}",
  "return-anyone": "If you can hear us, please press any key.",
  "return-in-line": "Someone will be with you. You are still in your place in line.",
  "return-agree": "To be connected, press 1. For another time, press 2. If you did not ask for this call, press 3.",
  "return-snooze": "In how many times ten minutes may we call you again? Press a key from 1 to 9.",
  "return-snoozed": "We will call you again {at}. Goodbye.",
  "return-unheard": "We did not hear from you. Goodbye.",
  "return-wrong": "We are sorry. We will not call this number about it again. Goodbye.",
  "no-news": "We promised to call you {by}. There is no news yet.",
  "no-news-latest": "This is what we know so far: {news}",
  "no-news-owner": "{rep} is on it.",
  "no-news-next": "We will call you again {by}.",
  "no-news-keys":
    "{there, select, yes {To speak with someone now, press 1. } other {}}For another time, press 2. Otherwise you can simply hang up.",
  "return-withdrawn": "We are sorry. This call is no longer needed. Goodbye.",
  "return-voicemail":
    "Hello, this is {business}. We have tried to call you back{again, select, yes {, and we will try again} other {}}. You can also call us at the number that this call comes from. Your receipt is {code}. Goodbye.",

  // Wrap-up
  "wrap-up-ask":
    "How did the call end? Press 1 for resolved, 2 for not yet, 3 {promised, select, yes {for the return call that you promised} other {to promise a return call}}.",
  "wrap-up-thanks":
    "{disposition, select, resolved {Noted as resolved.} promised {Noted with a return call.} transferred {Noted.} abusive {Noted.} unsaid {} other {Noted as not yet resolved.}} Thank you.",

  // A rep's word
  "promise-when":
    "By when will you call? Press 1 for within an hour, 2 for within two hours, 3 for tomorrow, soon after we open, 4 to key in a time. Or say the time. Press star to drop it.",
  "promise-time": "Key in the time as four digits, such as 0 3 3 0 for half past three.",
  "promise-instead":
    "{why, select, full {You have promised as many calls for about then as you can make.} off {You are not at work then.} closed {We are closed then.} night {It is too early or too late for the caller then.} past {That time has passed.} other {That is too far ahead.}} {free, select, yes {You are free to call {by}. Press 1 to promise that, 2 for another time.} other {Press 2 for another time.}}",
  "promise-about":
    "Say what the call is about after the tone, and press any key when you are done. To leave no note, press any key at once.",
  "promise-keep":
    "You will call the number that ends in {digits} {by}{known, select, yes {, about {about}} other {}}{note, select, new {. Your note:} yes {, with your note.} other {.}}",
  "promise-keep-keys":
    "Press 1 to keep it, {caller, select, here {4 to keep it and let us tell the caller, } other {}}2 for another time, 3 to say again what it is about, star to drop it.",
  "promise-kept":
    "The return call is noted{texts, select, yes {, and the caller gets a text with the time} other {}}. Thank you.",
  "promise-dropped": "No return call was noted.",
  "promise-not-noted": "We could not note the return call. Please make a note of it yourself.",
  "promise-no-number":
    "{why, select, none {The caller's number is withheld, so we cannot call back.} often {This number has been called as often as may be today.} unwanted {This number asked not to be called.} other {We may not call this number back.}} No return call was noted.",
  "promise-told": "{rep} will call you {by}.",

  // The rep's desk, by phone and by text
  "desk-menu":
    "{state, select, in {You are in.} break {You are on a break.} away {You are away, because calls rang without an answer.} other {You are out.}} Press 1 for in, 2 for a break, 3 for out, 0 for the menu that callers hear.",
  "desk-state":
    "{state, select, in {You are in now.} break {You are on a break now.} away {You are away now.} other {You are out now.}}",
  "desk-keys": "Press 1 for in, 2 for a break, 3 for out, 0 for the menu that callers hear.",
  "missed-rings-text":
    "Calls rang here without an answer, so you are away now and will not be rung. Text IN when you are back.",
  // Return calls, as texts
  "callback-made-text":
    "{business}: {kind, select, place {you keep your place in line, and we will call you when it is your turn} booked {we will call you {at}} other {{owned, select, yes {{rep}} other {someone}} will call you {at}}}. Your receipt is {code}. Text WHERE to see where it stands, MOVE 4pm for another time, CANCEL {code} to cancel it.",
  "callback-moved-text":
    "{business}: {own, select, yes {as you asked, we will call you {at}} other {we will call you at another time than we said: {at}}}. Your receipt is {code}.",
  "callback-late-text":
    "{business}: we are running late with your return call, and we are sorry. You have not lost your place. Your receipt is {code}.",
  "callback-missed-text":
    "{business}: we rang you just now for your return call. We will ring again {at}. If another time is better, text MOVE and the time, or call us. Your receipt is {code}.",
  "callback-gave-up-text":
    "{business}: {rung, select, yes {we rang for your return call and could not reach you} other {we did not manage to ring you back, and we are sorry}}. We will not try again by ourselves. To be called back, reply CALL, or call us at any time.",
  "callback-cancelled-text":
    "{business}: the return call with the receipt {code} has been called off{own, select, yes {, as you asked. For another one} other {. If you still want it}}, reply CALL, or call us at any time.",
  "callback-reminder-text": "{business}: we will call you {at}, as you chose. Your receipt is {code}.",
  "no-news-text":
    "{business}: we promised you a call about now. There is no news yet{owned, select, yes {; {rep} is on it} other {}}. You will hear from us again {by}.",
  "promise-due-text":
    "{as, select, owner {You promised} other {{rep} promised}} {caller} a return call {at}{known, select, yes {, about {what}} other {}}{spoken, select, yes {, with a spoken note} other {}}. Receipt {code}.{as, select, backup { {rep} may not be able to make it: please call, or see that somebody does.} lead { Nobody has called yet.} other {}}",
  "mail-invitation-subject": "{business}: your account",
  "mail-invitation":
    "{who}, you can sign in at {business} from now on. Choose your password here within a week:\n\n{link}\n\nThe link is good once, and yours alone.",
  "mail-welcome-subject": "{business}: your account",
  "mail-welcome": "{who}, you can sign in at {business} from now on, with your account at {issuer}:\n\n{link}",
  "mail-reset-subject": "{business}: a new password",
  "mail-reset":
    "{who}, choose a new password for {business} here within 24 hours:\n\n{link}\n\nThe link is good once, and yours alone. Until then the old password stays.",
  "mail-subject":
    "{business}: {about, select, promise {a promised return call} voicemail {a new voicemail} other {an abusive call}}",
  "left-owing-text":
    "{own, select, yes {You are out, and you owe} other {{rep} is out, and owes}} {many, plural, =1 {one call} other {# calls}}:\n{calls}{more, plural, =0 {} other {\n(# more)}}",

  // What callers text, and what is answered
  "text-help":
    "{business}: text CALL and we will call you back, or CALL 3pm for a time of your choice. WHERE tells how your return call stands, MOVE 4pm moves it, CANCEL with your receipt cancels it. STOP ends our texts. Or call us: {line}.",
  "text-stands":
    "{what, select, now {We are calling you right now.} live {You are on the line with us.} missed {We could not reach you. We will call you again {at}.} booked {We will call you {at}.} promised {{owned, select, yes {{rep}} other {We}} will call you {at}.} later {You keep your place in line. We will call you when we are open again: {at}.} soon {You are next. We will call you in a moment.} other {{place, plural, =1 {You are next in line} other {You are number # in line}} for your return call.}} Your receipt is {code}.",
  "text-moved": "Done: we will call you {at}. Your receipt is {code}.",
  "text-move-when": "At what time shall we call you? Text MOVE and the time, such as MOVE 4pm.",
  "text-no-time": "We did not understand the time. Write it like this: 3pm, tomorrow 10:30, in two hours.",
  "text-cancelled": "Your return call is cancelled. For another one, text CALL.",
  "text-talking": "You are speaking about it with us right now.",
  "text-owe-nothing": "You have no open return call with us. Text CALL, and we will call you back.",
  "text-no-receipt": "We have no open return call with that receipt.",
  "text-guessing": "We cannot look that up by text now. Please call us.",
  "text-owed-already": "We already have you down.",
  "text-no-number":
    "{why, select, unwanted {This number asked us not to call. Text START to be called again.} often {This number has been called back as often as may be today. Please call us.} other {We cannot call this number back. Please call us.}}",
  "text-not-offered": "We cannot do that by text. Please call us.",
  "text-not-noted": "We could not note that just now. Please try again in a few minutes, or call us.",
  "text-instead":
    "{why, select, full {{whose, select, rep {You have promised as many calls for about then as you can make.} other {That time is taken.}}} off {{whose, select, rep {You are not at work then.} other {Nobody is there for you then.}}} closed {We are closed then.} night {That would be too early or too late to call.} past {That time has passed.} other {That is too far ahead.}} {free, select, yes {{whose, select, rep {You are free to call {at}.} other {We can call you {at}.}} Reply YES to take that.} other {There is no free time in the next days.}}",
  "text-stopped": "You will get no more texts from us. Text START to get them again.",
  "text-started": "You will get our texts again. Text CALL, and we will call you back.",
  "text-no-calls": "We will not call you any more. Text START if you change your mind.",

  // Asking after
  "follow-up-text": "{business}: you spoke with us lately. Was it solved? Reply YES or NO.",
  "asking-after":
    "Hello, this is {business}. You spoke with us lately, and we would like to know whether it was solved. Press 1 if it was, 2 if it was not.",
  "asking-after-solved": "Thank you, we are glad to hear it. Goodbye.",
  "asking-after-sorry": "We are sorry that it is not solved.",
  "asking-after-return": "{rep} will call you back, and you are ahead in line. Goodbye.",
  "text-solved": "Thank you, we are glad to hear it.",
  "text-unsolved":
    "We are sorry that it is not solved. {rep} will call you back, and you are ahead in line. Your receipt is {code}.",
  "text-unsolved-owed": "We are sorry that it is not solved.",

  // What reps text
  "text-promised": "You will call {caller} {at}{known, select, yes {, about {about}} other {}}. The receipt is {code}.",
  "text-promise-help":
    "{lacks, select, time {We did not understand the time.} other {We did not find a number that can be called.}} Write whom, by when and what about: PROMISE +12125550123 3pm about the lab.",
  "text-news-noted": "Noted for {caller}, receipt {code}: whoever makes the call has it.",
  "text-news-help": "Write NEWS, the receipt and the news: NEWS 123456 the lab has said yes.",
  "text-owed":
    "{many, plural, =0 {You owe nobody a call.} =1 {You owe one call:} other {You owe # calls:}}{more, plural, =0 {} other { (# more after these)}}",
  "text-owed-line": "{caller} {at}{known, select, yes {, {what}} other {}}, {code}",
  "desk-text-help":
    "Text IN when you take calls, BREAK for a break, OUT when you are done. PROMISE +12125550123 3pm about the lab promises a return call, NEWS with a receipt tells its news, OWE lists the calls you owe.",
  "abuse-text": "{rep} ended an abusive call in {queue}. It is on your list.",
  "voicemail-text": "There is a new voicemail from {known, select, yes {{caller}} other {a withheld number}}.",

  // The receipt page
  ...pageEn,
} as const satisfies Readonly<Record<string, string>>;

export type HousePromptId = keyof typeof en;
