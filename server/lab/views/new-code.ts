import { customAlphabet } from 'nanoid';

/** The code of a new view, as `viewCode` wants it. It is an address and no secret: rights are asked for behind it. */
export const newCode = customAlphabet('23456789abcdefghjkmnpqrstuvwxyz', 10);
