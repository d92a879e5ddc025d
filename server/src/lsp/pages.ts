/** Requests of the pages that a client sets itself: the reading view with its cards and steps, the concordance, the dossier. */

import type { Snapshot } from '../corpus/snapshot.ts';
import { cardAt } from '../features/card.ts';
import type { Card, Row } from '../features/cards/model.ts';
import { concordance } from '../features/concordance.ts';
import { dossier } from '../features/dossier.ts';
import { displayable, type Piece, shortened } from '../features/pieces.ts';
import { reading } from '../features/reading.ts';
import { step } from '../features/step.ts';
import type { Target } from '../features/target.ts';
import type { Entity } from '../resolve/entities.ts';
import { type Asked, cardOptions, location } from './answers.ts';
import { rangeOf } from './convert.ts';
import { stringField } from './guard.ts';
import { type Connection, ErrorCodes, ResponseError } from './protocol.ts';
import type { Questions } from './questions.ts';
import {
  CARD,
  type CardAnswer,
  CONCORDANCE,
  type Concordance,
  DOSSIER,
  type Dossier,
  type EntityLabel,
  READING,
  STEP,
  type WireCard,
  type WireLocation,
  type WirePiece,
  type WireRow,
} from './requests.ts';

/** Lines of a concordance, statements of a dossier: more than anybody reads, and still a few megabytes. */
const LINES_LIMIT = 10_000;
const STATEMENTS_LIMIT = 2_000;

export function listenForPages(connection: Connection, questions: Questions): void {
  /** Of an entity, in all articles. */
  const about = <Result>(method: string, answer: (asked: Asked, params: unknown) => Result) =>
    questions.about(method, answer, null, ({ snapshot }, params) => entityIn(snapshot, params));
  connection.onRequest(
    READING,
    questions.about(READING, ({ snapshot, article }) => reading(snapshot, article.path, questions.language)),
  );
  connection.onRequest(
    CARD,
    questions.about(
      CARD,
      (asked, params) => cardAnswer(asked, countField(params, 'offset'), questions),
      null,
      (asked, params) => questions.mentionedAt(asked, countField(params, 'offset')),
    ),
  );
  connection.onRequest(
    STEP,
    about(STEP, ({ root, snapshot, article }, params): WireLocation | null => {
      const towards = stringField(params, 'towards') === 'previous' ? 'previous' : 'next';
      const elsewhere = (params as { elsewhere?: unknown }).elsewhere === true;
      const entity = snapshot.resolution.entities.get(stringField(params, 'entity'));
      const offset = countField(params, 'offset');
      const found = entity === undefined ? null : step(snapshot, entity, article.path, offset, { towards, elsewhere });
      return found === null ? null : location(root, snapshot, found);
    }),
  );
  connection.onRequest(
    CONCORDANCE,
    about(CONCORDANCE, (asked, params): Concordance | null => {
      const entity = entityIn(asked.snapshot, params);
      return entity === null ? null : concordanceOf(asked, entity);
    }),
  );
  connection.onRequest(
    DOSSIER,
    about(DOSSIER, (asked, params): Dossier | null => {
      const entity = entityIn(asked.snapshot, params);
      return entity === null ? null : dossierOf(asked, entity, questions);
    }),
  );
}

/** An entity without mentions is one that an edit has just taken away. */
function entityIn(snapshot: Snapshot, params: unknown): Entity | null {
  const entity = snapshot.resolution.entities.get(stringField(params, 'entity'));
  return entity === undefined || entity.mentions.size === 0 ? null : entity;
}

function cardAnswer(asked: Asked, offset: number, questions: Questions): CardAnswer | null {
  const { root, snapshot, article } = asked;
  const { cardStyle } = questions;
  const found = cardAt(snapshot, article.path, offset, cardStyle.language, cardOptions(root, cardStyle));
  if (found === null) return null;
  const subject = questions.mentionedAt(asked, offset);
  const where = (target: Target) => location(root, snapshot, target);
  return { card: wireCard(found.card, where), entity: subject === null ? null : labelOf(subject) };
}

function concordanceOf({ root, snapshot }: Asked, entity: Entity): Concordance {
  const { total, articles, lines } = concordance(snapshot, entity, LINES_LIMIT);
  return {
    entity: labelOf(entity),
    total,
    articles: articles.map(({ path, title, date, source }) => ({ uri: root.uriOf(path), title, date, source })),
    lines: lines.flatMap(({ article, target, form, before, words, after }) => {
      const found = snapshot.articles.get(target.article);
      return found === undefined ? [] : [{ article, range: rangeOf(found, target.span), form, before, words, after }];
    }),
  };
}

function dossierOf({ root, snapshot }: Asked, entity: Entity, { language }: Questions): Dossier {
  const where = (target: Target) => location(root, snapshot, target);
  const { title, subtitle, summary, statements, contradictions, ...rest } = dossier(
    snapshot,
    entity,
    language,
    STATEMENTS_LIMIT,
  );
  const pieces = (all: readonly Piece[]) => all.map((piece) => wirePiece(piece, where));
  return {
    entity: labelOf(entity),
    language,
    title: wirePiece(title, where),
    subtitle: pieces(subtitle),
    summary: summary.map((row) => wireRow(row, where)),
    statements: statements.map(({ target, claim, article, also, ...statement }) => ({
      ...statement,
      claim: pieces(claim),
      location: where(target),
      article: pieces(article),
      also: pieces(also),
    })),
    contradictions: contradictions.map(({ message, places }) => ({
      message,
      places: places.map(({ label, quote, target, article }) => ({
        label,
        quote,
        location: where(target),
        article: pieces(article),
      })),
    })),
    total: rest.total,
    contradictionsNote: rest.contradictionsNote,
    headings: rest.headings,
  };
}

const LABEL_LIMIT = 200;

/** For pages, which show it as text. */
export function labelOf({ id, kind, name }: Entity): EntityLabel {
  return { id, kind, name: shortened(displayable(name), LABEL_LIMIT) };
}

type Where = (target: Target) => WireLocation;

function wireCard({ kind, language, title, subtitle, sections }: Card, where: Where): WireCard {
  return {
    kind,
    language,
    title: wirePiece(title, where),
    subtitle: subtitle.map((piece) => wirePiece(piece, where)),
    sections: sections.map(({ heading, rows, more }) => ({
      heading: heading?.map((piece) => wirePiece(piece, where)) ?? null,
      rows: rows.map((row) => wireRow(row, where)),
      ...(more !== undefined && { more }),
    })),
  };
}

function wireRow({ pieces, quote }: Row, where: Where): WireRow {
  return { pieces: pieces.map((piece) => wirePiece(piece, where)), ...(quote !== undefined && { quote }) };
}

function wirePiece({ target, ...piece }: Piece, where: Where): WirePiece {
  return target === undefined ? piece : { ...piece, location: where(target) };
}

function countField(params: unknown, name: string): number {
  const value = (params as Record<string, unknown>)[name];
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new ResponseError(ErrorCodes.InvalidParams, `${name}: expected an integer of at least 0`);
}
