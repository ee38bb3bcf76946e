import { Notice } from '#components/form/notice';
import { machineName } from '#i18n/machine-name';
import { translatorOf } from '#i18n/translator';
import type { TextView } from './load-text';
import { faultText } from './outcome-text';
import { PressPanel } from './press-panel';

type Props = {
  view: TextView;
  /** Which machine can be asked; null where none can. */
  machine: string | null;
  /** Why it wrote nothing the last time. */
  fault: string;
};

/** How somebody comes to write: by beginning, with a machine's draft or without, by taking over, or back. */
export function BeginPanels({ view, machine, fault }: Props) {
  const { locale, may, translator } = view;
  const t = translatorOf(locale);
  const name = translator?.name ?? '';
  return (
    <>
      {may.has('begin') && <Begin view={view} />}
      {may.has('takeBack') && (
        <PressPanel
          {...{ view, post: 'take-back', quiet: true }}
          title={t('translations.takeBack.title')}
          verb={t('translations.takeBack.verb')}
        >
          <p>{t('translations.takeBack.text')}</p>
        </PressPanel>
      )}
      {may.has('takeOver') && (
        <PressPanel
          {...{ view, post: 'take-over', quiet: true }}
          title={t('translations.takeOver.title')}
          verb={t('translations.takeOver.verb')}
        >
          <p>{t('translations.takeOver.text', { name })}</p>
        </PressPanel>
      )}
      {may.has('draftByMachine') && <Machine {...{ view, machine, fault }} />}
      {may.has('discard') && (
        <PressPanel
          {...{ view, post: 'discard', quiet: true }}
          title={t('translations.machine.discardTitle')}
          verb={t('translations.machine.discard')}
        >
          <p>{t('translations.machine.discardText')}</p>
        </PressPanel>
      )}
    </>
  );
}

function Begin({ view }: { view: TextView }) {
  const { locale, state } = view;
  const t = translatorOf(locale);
  const words = {
    machine: {
      title: t('translations.begin.takeUpTitle'),
      verb: t('translations.begin.takeUpVerb'),
      text: t('translations.begin.takeUpText'),
    },
    approved: {
      title: t('translations.begin.changeTitle'),
      verb: t('translations.begin.changeVerb'),
      text: t('translations.begin.updateText'),
    },
    outdated: {
      title: t('translations.begin.updateTitle'),
      verb: t('translations.begin.updateVerb'),
      text: t('translations.begin.updateText'),
    },
    none: {
      title: t('translations.begin.title'),
      verb: t('translations.begin.verb'),
      text: t('translations.begin.text'),
    },
  };
  const known = state === 'machine' || state === 'approved' || state === 'outdated' ? state : 'none';
  const { title, verb, text } = words[known];
  return (
    <PressPanel {...{ view, post: 'begin', title, verb, quiet: state === 'approved' }}>
      <p>{text}</p>
    </PressPanel>
  );
}

function Machine({ view, machine, fault }: Props) {
  const { locale, state, translation } = view;
  const t = translatorOf(locale);
  const why = faultText(fault, locale);
  if (!machine && !why) return null;
  return (
    <PressPanel
      {...{ view, post: 'machine', quiet: true }}
      title={t('translations.machine.title')}
      verb={t(state === 'machine' ? 'translations.machine.again' : 'translations.machine.verb')}
      fields={{ seen: String(translation?.version ?? 0) }}
    >
      {why && (
        <Notice>
          <p>{why}</p>
        </Notice>
      )}
      {machine && <p>{t('translations.machine.text', { machine: machineName(machine) })}</p>}
    </PressPanel>
  );
}
