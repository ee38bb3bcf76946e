'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { applyTool, type MarkdownTool, markdownTools } from '#lib/markdown-edit';
import { pasteMarkdown } from '#lib/paste-markdown';

type Props = {
  /** Id of the text it belongs to. */
  area: string;
  /** "Format: Purpose". */
  label: string;
  words: Record<MarkdownTool, string>;
};

/**
 * Buttons that write Markdown into a text, one stop for the keyboard (arrow keys lead from one to the next). What is
 * pasted with a format becomes Markdown. The style sheet shows them where scripts run.
 */
export function MarkdownTools({ area, label, words }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  useEffect(() => {
    const text = document.getElementById(area);
    if (!(text instanceof HTMLTextAreaElement)) return;
    text.addEventListener('paste', onPaste);
    return () => text.removeEventListener('paste', onPaste);
  }, [area]);

  function onKeyDown(event: KeyboardEvent) {
    const last = markdownTools.length - 1;
    const to = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + markdownTools.length) % markdownTools.length;
    setStop(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div
      className="markdown-tools"
      role="toolbar"
      aria-label={label}
      aria-controls={area}
      ref={bar}
      onKeyDown={onKeyDown}
    >
      {markdownTools.map((tool, place) => (
        <button
          key={tool}
          type="button"
          tabIndex={place === stop ? 0 : -1}
          className={`markdown-tool markdown-${tool}`}
          aria-label={words[tool]}
          title={words[tool]}
          onFocus={() => setStop(place)}
          onClick={() => use(tool, area)}
        />
      ))}
    </div>
  );
}

function use(tool: MarkdownTool, area: string): void {
  const text = document.getElementById(area);
  if (!(text instanceof HTMLTextAreaElement) || text.readOnly || text.disabled) return;
  const before = text.value;
  const after = applyTool(tool, { text: before, start: text.selectionStart, end: text.selectionEnd });
  text.focus();
  replaceChanged(text, before, after.text);
  text.setSelectionRange(after.start, after.end);
}

/** Only what changed is written, as if it was typed: so the browser can take it back. */
function replaceChanged(text: HTMLTextAreaElement, before: string, after: string): void {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let kept = 0;
  const most = Math.min(before.length, after.length) - start;
  while (kept < most && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept += 1;
  text.setSelectionRange(start, before.length - kept);
  type(text, after.slice(start, after.length - kept));
}

function type(text: HTMLTextAreaElement, written: string): void {
  const command = written === '' ? 'delete' : 'insertText';
  // The only way that leaves the browser's own "undo" intact.
  if (document.execCommand(command, false, written)) return;
  text.setRangeText(written, text.selectionStart, text.selectionEnd, 'end');
  text.dispatchEvent(new Event('input', { bubbles: true }));
}

function onPaste(event: ClipboardEvent): void {
  const text = event.currentTarget;
  const html = event.clipboardData?.getData('text/html') ?? '';
  if (!(text instanceof HTMLTextAreaElement) || html === '') return;
  const markdown = pasteMarkdown(html);
  if (markdown === null) return;
  event.preventDefault();
  type(text, markdown);
}
