/** Words that are being spoken by the browser. */
export type Speaking = { readonly isOver: () => boolean; readonly stop: () => void };

/** Whether this browser has a voice to speak with; some only say so a moment after the page has opened. */
export function hasVoice(): boolean {
  return "speechSynthesis" in window && window.speechSynthesis.getVoices().length > 0;
}

/** Speaks words from a share of them on (0: all), so many times as fast as usual. Over at once where there is no voice. */
export function speak(text: string, locale: string, share: number, speed: number): Speaking {
  if (!hasVoice()) return { isOver: () => true, stop: () => undefined };
  const words = text.split(" ");
  const utterance = new SpeechSynthesisUtterance(words.slice(Math.floor(words.length * share)).join(" "));
  utterance.lang = locale;
  utterance.rate = speed;
  let over = false;
  const end = () => void (over = true);
  utterance.addEventListener("end", end);
  utterance.addEventListener("error", end);
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(utterance);
  return {
    isOver: () => over,
    stop() {
      over = true;
      window.speechSynthesis.cancel();
    },
  };
}
