import type { Language } from '../language.js';
import { codes } from './zh-hans/codes.js';
import { facts } from './zh-hans/facts.js';
import { sentences } from './zh-hans/sentences.js';
import { vocabulary } from './zh-hans/vocabulary.js';

export const simplifiedChinese: Language = { sentences, vocabulary, codes, facts };
