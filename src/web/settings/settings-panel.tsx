import { useEffect, useRef } from 'preact/hooks';
import type { Report } from '../../report/report.js';
import { saveFile } from '../shell/save-file.js';
import type { Settings } from '../state/settings.js';
import { configFileName, configText } from './config-file.js';
import { FieldRow } from './field-row.js';
import { fieldGroups, hasFields, withoutFields, type Field } from './fields.js';
import { optionText, settingText } from './setting-texts.js';
import { ZoneNames } from './zone-names.js';
import { useDraft, type Draft } from './use-draft.js';

export interface SettingsPanelProps {
  report: Report;
  settings: Settings;
  isOpen: boolean;
  onSettings: (settings: Settings) => void;
  onClose: () => void;
}

/** The settings beside the report, which follows each of them at once. */
export function SettingsPanel({ report, settings, isOpen, onSettings, onClose }: SettingsPanelProps) {
  const panel = useRef<HTMLDialogElement>(null);
  const draft = useDraft(settings, onSettings);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    before.current = document.activeElement;
    panel.current?.querySelector<HTMLElement>('select, input')?.focus({ preventScroll: true });
    return () => before.current instanceof HTMLElement && before.current.focus();
  }, [isOpen]);
  return (
    <dialog
      ref={panel}
      id="settings-panel"
      class="settings-panel"
      aria-labelledby="settings-heading"
      open={isOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {isOpen && (
        <>
          <div class="panel-head">
            <h2 id="settings-heading">Settings</h2>
            <button type="button" class="quiet" aria-label="Close the settings" onClick={onClose}>
              Close
            </button>
          </div>
          <p class="say">The report follows each change at once.</p>
          <Fields {...{ report, settings, draft }} />
          <Actions
            settings={settings}
            onReset={() => {
              draft.clear();
              onSettings(withoutFields(settings));
            }}
          />
        </>
      )}
    </dialog>
  );
}

function Fields({
  report,
  settings,
  draft,
}: Pick<SettingsPanelProps, 'report' | 'settings'> & { draft: Draft }) {
  const textOf = ({ name }: Field) =>
    draft.texts[name] ??
    (settings[name] === undefined
      ? optionText(name, baseOptions(report, settings))
      : settingText(settings[name]));
  return (
    <form class="fields" onSubmit={(event) => event.preventDefault()}>
      {fieldGroups.map(({ legend, fields }) => (
        <fieldset key={legend}>
          <legend>{legend}</legend>
          {fields.map((field) => (
            <FieldRow
              key={field.name}
              field={field}
              text={textOf(field)}
              problem={draft.problems[field.name]}
              onType={(text, isFinal) => draft.type(field.name, text, isFinal)}
              onLeave={() => draft.leave(field.name)}
            />
          ))}
        </fieldset>
      ))}
      <ZoneNames />
    </form>
  );
}

/** The options of the report as far as they are settings: a range that comes from a filter is none. */
function baseOptions({ options }: Report, settings: Settings): Report['options'] {
  return {
    ...options,
    from: settings.from === undefined ? null : options.from,
    to: settings.to === undefined ? null : options.to,
  };
}

function Actions({ settings, onReset }: { settings: Settings; onReset: () => void }) {
  const save = () => saveFile(new Blob([configText(settings)], { type: 'application/json' }), configFileName);
  return (
    <div class="panel-actions">
      <button type="button" class="button" onClick={save}>
        {`Save as ${configFileName}`}
      </button>
      <button type="button" class="button" disabled={!hasFields(settings)} onClick={onReset}>
        Reset to defaults
      </button>
      <p class="say">
        The command line takes the file as it is: beside the export, or by --config. It holds what differs
        from the defaults.
      </p>
    </div>
  );
}
