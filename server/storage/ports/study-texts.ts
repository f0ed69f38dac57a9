import type { StudyFacts } from '../../contract/study-facts.ts';

/** A version of what a study says; never changed. */
export interface StudyTexts {
  readonly organisationId: string;
  readonly studyId: string;
  /** From 1; each row has the next. */
  readonly revision: number;
  readonly facts: StudyFacts;
  /** Raised only if the notice reads differently. */
  readonly noticeVersion: number;
  /** Raised only if the questions about research read differently. */
  readonly researchVersion: number;
  /** Takes no new attempts and asks nobody. */
  readonly isClosed: boolean;
  readonly createdAt: number;
}

export interface StudyTextsPort {
  /** @throws AppError storage.duplicate if another was stored as this revision */
  insert(texts: StudyTexts): Promise<void>;
  findLatest(organisationId: string, studyId: string): Promise<StudyTexts | undefined>;
  /** Newest first. */
  list(organisationId: string, studyId: string, limit: number): Promise<StudyTexts[]>;
}

/** A deployment, course or activity whose new attempts belong to a study. */
export interface StudyPlace {
  readonly organisationId: string;
  /** See server/studies/places.ts. */
  readonly place: string;
  readonly studyId: string;
  readonly createdAt: number;
}

export interface StudyPlacesPort {
  /** Inserts or replaces. */
  put(place: StudyPlace): Promise<void>;
  find(organisationId: string, place: string): Promise<StudyPlace | undefined>;
  /** By place. */
  listByStudy(organisationId: string, studyId: string, limit: number): Promise<StudyPlace[]>;
  /** Returns whether there was one. */
  remove(organisationId: string, place: string): Promise<boolean>;
}
