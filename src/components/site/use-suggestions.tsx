import { useEffect, useRef, useState } from 'react';
import type { Suggestion } from '#domain/suggestion';

const waitForNextLetter = 150;
const shortest = 2;

/** Suggestions for what was typed last; null while there is nothing to say. An older question's answer never comes. */
export function useSuggestions(locale: string) {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[] | null>(null);
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);

  function forget() {
    asking.current?.abort();
    setSuggestions(null);
  }

  function ask(query: string, delay = waitForNextLetter) {
    asking.current?.abort();
    if (query.trim().length < shortest) return forget();
    const controller = new AbortController();
    asking.current = controller;
    setTimeout(async () => {
      const found = await fetchSuggestions(query, locale, controller.signal);
      if (!controller.signal.aborted) setSuggestions(found);
    }, delay);
  }

  return { suggestions, ask, forget };
}

/** Null where there is no answer: a search works without suggestions. */
async function fetchSuggestions(q: string, locale: string, signal: AbortSignal) {
  if (signal.aborted) return null;
  try {
    const response = await fetch(`/api/suggest?${new URLSearchParams({ q, locale })}`, { signal });
    if (!response.ok) return null;
    const { suggestions }: { suggestions: readonly Suggestion[] } = await response.json();
    return suggestions;
  } catch {
    return null;
  }
}
