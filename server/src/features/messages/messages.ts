/** The wording in the reader's language. Adding a language is adding a file here that has all of `Messages`. */
import type { Language } from '../language.ts';
import { ar } from './ar.ts';
import { en, type Messages } from './en.ts';

export type { Messages };

export function messagesFor(language: Language): Messages {
  return language === 'ar' ? ar : en;
}
