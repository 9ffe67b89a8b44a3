type Choice<Value extends string> = { value: Value; label: string; about?: string };

type Props<Value extends string> = {
  legend: string;
  options: readonly Choice<Value>[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
};

/** Any number of a few choices, each with what it means; the order of the options is kept. */
export function ChoiceList<Value extends string>(props: Props<Value>) {
  const { legend, options, chosen, onChange } = props;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-13 font-medium text-ink-2">{legend}</legend>
      <div className="flex flex-col gap-1">
        {options.map(({ value, label, about }) => (
          <label key={value} className="flex items-baseline gap-2 text-13">
            <input
              type="checkbox"
              className="accent-accent"
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(
                  options
                    .map((option) => option.value)
                    .filter((one) => (one === value ? event.target.checked : chosen.includes(one))),
                )
              }
            />
            <span>
              {label}
              {about && <span className="text-12 text-ink-3"> · {about}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
