import { useEffect, useRef, useState } from 'preact/hooks';
import type { OptionName } from '../../options/catalog.js';
import { settingsProblems, type Settings } from '../state/settings.js';
import { withTexts, type Texts } from './setting-texts.js';

/** How long typing rests before it counts, in milliseconds. */
const rest = 200;

export interface Draft {
  texts: Texts;
  problems: ReturnType<typeof settingsProblems>;
  /** Takes what is typed; `isFinal` where it is chosen, not typed letter by letter. */
  type: (name: OptionName, text: string, isFinal?: boolean) => void;
  /** The field is left: what is sound in it is shown as it is understood. */
  leave: (name: OptionName) => void;
  clear: () => void;
}

/** What is typed into the settings: it is applied when all of it is sound, and else changes nothing. */
export function useDraft(settings: Settings, onSettings: (settings: Settings) => void): Draft {
  const [texts, setTexts] = useState<Texts>({});
  const [problems, setProblems] = useState<Draft['problems']>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const known = useRef(JSON.stringify(settings));
  const clear = () => {
    clearTimeout(timer.current);
    setTexts({});
    setProblems({});
  };
  const apply = (typed: Texts) => {
    const next = withTexts(settings, typed);
    const found = settingsProblems(next);
    setProblems(found);
    if (Object.keys(found).length > 0 || JSON.stringify(next) === known.current) return;
    known.current = JSON.stringify(next);
    onSettings(next);
  };
  useEffect(() => {
    if (JSON.stringify(settings) === known.current) return;
    known.current = JSON.stringify(settings);
    clear();
  }, [settings]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    texts,
    problems,
    clear,
    type(name, text, isFinal = false) {
      const typed = { ...texts, [name]: text };
      setTexts(typed);
      clearTimeout(timer.current);
      if (isFinal) apply(typed);
      else timer.current = setTimeout(() => apply(typed), rest);
    },
    leave(name) {
      if (texts[name] === undefined) return;
      clearTimeout(timer.current);
      apply(texts);
      const isSound = Object.keys(settingsProblems(withTexts(settings, texts))).length === 0;
      if (isSound) setTexts({});
    },
  };
}
