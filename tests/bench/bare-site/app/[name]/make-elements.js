import { createElement, Fragment } from 'react';

/** Attributes that React takes as true or false, and those it calls otherwise. */
const truths = new Set(['hidden', 'open', 'checked', 'disabled', 'required', 'selected', 'multiple']);
const renamed = {
  class: 'className',
  for: 'htmlFor',
  checked: 'defaultChecked',
  value: 'value',
  maxlength: 'maxLength',
  autocomplete: 'autoComplete',
  tabindex: 'tabIndex',
  popovertarget: 'popoverTarget',
  popovertargetaction: 'popoverTargetAction',
  hreflang: 'hrefLang',
};

/** React's elements for markup that was captured as JSON. */
export function makeElements(nodes) {
  return createElement(Fragment, null, ...nodes.map(makeElement));
}

function makeElement(node) {
  if (typeof node === 'string') return node;
  const [name, attributes, children] = node;
  const properties = Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => toProperty(name, key, value)),
  );
  if (name === 'script')
    return createElement(name, { ...properties, dangerouslySetInnerHTML: { __html: children.join('') } });
  return createElement(name, properties, ...children.map(makeElement));
}

function toProperty(element, key, value) {
  if (key === 'style') return [key, toStyle(value)];
  if (truths.has(key)) return [renamed[key] ?? key, true];
  if (key === 'value' && element === 'input') return ['defaultValue', value];
  return [renamed[key] ?? key, value];
}

function toStyle(text) {
  const parts = text.split(';').map((part) => part.split(/:(.*)/s));
  return Object.fromEntries(
    parts.filter(([key]) => key.trim()).map(([key, value]) => [key.trim(), value.trim()]),
  );
}
