import { expect, test } from 'vitest';
import { guessConnectionColumns, guessNeuronColumns } from './columns.ts';

test.each([
  ['id,class,layer,x_um,y_um,z_um', ['id', 'class', 'layer', 'x', 'y', 'z']],
  ['node_id,pair,side', ['id', 'attribute', 'attribute']],
  ['pt_root_id,cell_type,pt_position_x,pt_position_y,pt_position_z', ['id', 'type', 'x', 'y', 'z']],
  ['bodyId,instance,type', ['id', 'attribute', 'type']],
  ['Neuron ID,Soma X,Soma Y,Soma Z', ['id', 'x', 'y', 'z']],
  // one column a field: the better known name wins, the other is kept as an attribute
  ['name,root_id', ['attribute', 'id']],
  ['id,y,depth_um', ['id', 'attribute', 'y']],
])('neurons: %s', (header, fields) => {
  expect([...guessNeuronColumns(header.split(',')).values()]).toEqual(fields);
});

test.each([
  ['pre,post,size', ['pre', 'post', 'size']],
  [
    'source,target,weight,chemical_weight,electrical_weight',
    ['pre', 'post', 'synapses', 'ignore', 'ignore'],
  ],
  ['pre_pt_root_id,post_pt_root_id,n_syn,sum_size', ['pre', 'post', 'synapses', 'size']],
  ['bodyId_pre,bodyId_post,weight', ['pre', 'post', 'synapses']],
  ['From,To,Count', ['pre', 'post', 'synapses']],
  ['a,b', ['ignore', 'ignore']],
])('connections: %s', (header, fields) => {
  expect([...guessConnectionColumns(header.split(',')).values()]).toEqual(fields);
});
