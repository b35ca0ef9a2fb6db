import type { Language } from '../language.js';
import { codes } from './en/codes.js';
import { facts } from './en/facts.js';
import { sentences } from './en/sentences.js';
import { vocabulary } from './en/vocabulary.js';

export const english: Language = { sentences, vocabulary, codes, facts };
