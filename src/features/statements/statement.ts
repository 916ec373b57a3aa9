/** A statement of the Experience API (1.0.3) as plain JSON, checked before: what is read of it here. */
export interface Statement {
  readonly id?: string;
  readonly actor: Actor;
  readonly verb: Verb;
  readonly object: StatementObject;
  readonly result?: Result;
  readonly context?: Context;
  readonly timestamp?: string;
  readonly stored?: string;
  readonly authority?: Actor;
  readonly version?: string;
}

/** A statement that is stored: what names it and when it happened are there, if need be from the store. */
export interface StoredStatement extends Statement {
  readonly id: string;
  readonly timestamp: string;
}

export interface Account {
  readonly homePage: string;
  readonly name: string;
}

/** An agent or a group; a group without an identifier has members only. */
export interface Actor {
  readonly objectType?: string;
  readonly name?: string;
  readonly mbox?: string;
  readonly mbox_sha1sum?: string;
  readonly openid?: string;
  readonly account?: Account;
  readonly member?: readonly Actor[];
}

export type LanguageMap = Readonly<Record<string, string>>;
export type Extensions = Readonly<Record<string, unknown>>;

export interface Verb {
  readonly id: string;
  readonly display?: LanguageMap;
}

export interface Choice {
  readonly id: string;
  readonly description?: LanguageMap;
}

export interface ActivityDefinition {
  readonly name?: LanguageMap;
  readonly description?: LanguageMap;
  readonly type?: string;
  readonly moreInfo?: string;
  readonly interactionType?: string;
  readonly correctResponsesPattern?: readonly string[];
  readonly choices?: readonly Choice[];
  readonly scale?: readonly Choice[];
  readonly source?: readonly Choice[];
  readonly target?: readonly Choice[];
  readonly steps?: readonly Choice[];
  readonly extensions?: Extensions;
}

export interface Activity {
  readonly objectType?: string;
  readonly id: string;
  readonly definition?: ActivityDefinition;
}

/** An activity, or an agent, a group, a sub-statement or a reference to another statement: `objectType` tells. */
export interface StatementObject extends Omit<Activity, 'id'> {
  readonly id?: string;
}

export interface Score {
  readonly scaled?: number;
  readonly raw?: number;
  readonly min?: number;
  readonly max?: number;
}

export interface Result {
  readonly score?: Score;
  readonly success?: boolean;
  readonly completion?: boolean;
  readonly response?: string;
  readonly duration?: string;
  readonly extensions?: Extensions;
}

/** Related activities; a single one may stand without a list. */
export type ContextActivities = Readonly<
  Partial<Record<'parent' | 'grouping' | 'category' | 'other', readonly Activity[] | Activity>>
>;

export interface Context {
  readonly registration?: string;
  readonly instructor?: Actor;
  readonly team?: Actor;
  readonly contextActivities?: ContextActivities;
  readonly revision?: string;
  readonly platform?: string;
  readonly language?: string;
  readonly extensions?: Extensions;
}
