'use client';
import { trainingSettings, type TrainingSettings } from '~/core/contracts/index.ts';
import { NumberField } from '~/ui/kit/index.ts';
import { settingFields, settingGroups } from './setting-fields.ts';

type Props = { settings: TrainingSettings; onChange: (settings: TrainingSettings) => void };

/** All settings, grouped; limits come from the contract. */
export function SettingsEditor({ settings, onChange }: Props) {
  const refused = trainingSettings.safeParse(settings).error?.issues ?? [];
  return (
    <div className="flex flex-col gap-4">
      {settingGroups.map((group) => (
        <fieldset key={group}>
          <legend className="mb-1.5 text-12 text-ink-3">{group}</legend>
          <div className="grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-4">
            {settingFields
              .filter((field) => field.group === group)
              .map(({ key, label, hint, step }) => (
                <NumberField
                  key={key}
                  label={label}
                  hint={hint}
                  error={refused.find((issue) => issue.path[0] === key)?.message}
                  value={settings[key]}
                  {...(step === undefined ? {} : { step })}
                  onChange={(value) => onChange({ ...settings, [key]: value })}
                />
              ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
