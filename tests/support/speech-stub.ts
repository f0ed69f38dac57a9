/** A stub of the browser's speech engine: headless browsers have no voice. */

interface StubbedVoice {
  readonly lang: string;
  readonly localService: boolean;
}

export interface SpeechPlan {
  /** Voices available at once. */
  readonly voices: readonly StubbedVoice[];
  /** Voices that arrive later, as in Chrome and on Android. */
  readonly late?: readonly StubbedVoice[];
  /** Whether speech ends by itself. */
  readonly finishes: boolean;
}

/** Script for `addInitScript`; records calls in `window.spoken`. */
export function speechStub(plan: SpeechPlan): string {
  return `(() => {
    const plan = ${JSON.stringify(plan)};
    window.spoken = [];
    class Engine extends EventTarget {
      voices = plan.voices;
      getVoices() { return this.voices; }
      speak(utterance) {
        window.spoken.push({ text: utterance.text, voice: utterance.voice?.lang ?? null, rate: utterance.rate });
        utterance.onstart?.(new Event('start'));
        if (plan.finishes) setTimeout(() => utterance.onend?.(new Event('end')), 10);
      }
      cancel() { window.spoken.push({ cancelled: true }); }
      pause() {}
      resume() {}
    }
    const engine = new Engine();
    Object.defineProperty(window, 'speechSynthesis', { value: engine });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    if (plan.late) {
      setTimeout(() => {
        engine.voices = plan.late;
        engine.dispatchEvent(new Event('voiceschanged'));
      }, 300);
    }
  })()`;
}
