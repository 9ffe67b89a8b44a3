import type { ModelDetail } from '~/core/contracts/index.ts';
import { bytes, CopyLine, duration, Section, Table } from '~/ui/kit/index.ts';

/** All that is needed to make the same model again, and its files under their hashes. */
export function ModelRecipe({ model }: { model: ModelDetail }) {
  const { recipe, files, figures } = model.manifest;
  const { corpus, ...training } = recipe;
  const stored = [
    { name: 'model.json', sha256: model.sha256, bytes: null },
    { name: 'encoder.onnx', ...files.encoder },
    { name: 'decoder.onnx', ...files.decoder },
    { name: 'map.safetensors', ...files.map },
    ...(files.weights ? [{ name: 'weights.onnx', ...files.weights }] : []),
    // a model that came with the program has no run whose corpus is kept
    ...(model.runId
      ? [{ name: 'corpus.safetensors', sha256: model.corpusSha256, bytes: null }]
      : []),
  ];
  const again = { ...training, sampling: corpus.recipe, connectome: corpus.connectome };
  return (
    <Section
      title="Recipe and files"
      note={`preset ${recipe.preset}, seed ${recipe.seed}, ${duration(figures.seconds)}, worker ${recipe.code}`}
    >
      <div className="grid gap-x-10 gap-y-4 lg:grid-cols-2">
        <CopyLine label="Recipe" text={JSON.stringify(again, null, 2)} wrap />
        <Table
          caption="Files of the model"
          rows={stored}
          rowKey={({ name }) => name}
          columns={[
            {
              id: 'file',
              head: 'File',
              cell: ({ name, sha256 }) => (
                <a
                  className="underline"
                  href={`/api/files/${model.labId}/${sha256}`}
                  download={name}
                >
                  {name}
                </a>
              ),
            },
            {
              id: 'hash',
              head: 'SHA-256',
              className: 'figures text-12 break-all',
              cell: ({ sha256 }) => sha256,
            },
            {
              id: 'bytes',
              head: 'Size',
              figures: true,
              cell: (file) => (file.bytes === null ? '' : bytes(file.bytes)),
            },
          ]}
        />
      </div>
    </Section>
  );
}
