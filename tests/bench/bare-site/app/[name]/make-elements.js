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

/** Markup that was captured as JSON, with React's properties instead of attributes. Done once. */
export function prepareMarkup(nodes) {
  return nodes.map((node) => {
    if (typeof node === 'string') return node;
    const [name, attributes, children] = node;
    const entries = Object.entries(attributes).map(([key, value]) => toProperty(name, key, value));
    const properties = Object.fromEntries(entries);
    if (name !== 'script') return [name, properties, prepareMarkup(children)];
    return [name, { ...properties, dangerouslySetInnerHTML: { __html: children.join('') } }, []];
  });
}

/** Its elements. Done for each request, as a page makes its own. */
export function makeElements(nodes) {
  return createElement(Fragment, null, ...nodes.map(makeElement));
}

function makeElement(node) {
  if (typeof node === 'string') return node;
  const [name, properties, children] = node;
  return createElement(name, { ...properties }, ...children.map(makeElement));
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
