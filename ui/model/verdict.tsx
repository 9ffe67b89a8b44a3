/** What figures say of the goals, a sentence each. */
export function Verdict({ sentences }: { sentences: readonly string[] }) {
  return (
    <div className="mt-2 flex max-w-prose flex-col gap-1 text-13">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
