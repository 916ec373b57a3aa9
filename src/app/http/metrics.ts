import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Counts, EvidenceCounted, EvidenceKind } from '../../features/request/counts';

/**
 * The figures of one server, for Prometheus: its own registry, since one process may serve several. No label holds
 * what a client can make up, nor anything of a person: the names of statements and operations' types are few.
 */
export class Metrics implements Counts {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'skillwake_request_duration_seconds',
    help: 'Requests to /graphql and /capture by kind of operation (query, mutation, or none where the operation was not reached) and HTTP status.',
    labelNames: ['type', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  private readonly statements = new Histogram({
    name: 'skillwake_statement_duration_seconds',
    help: 'Cypher statements that the database answered, by name.',
    labelNames: ['statement'],
    buckets: [0.005, 0.025, 0.1, 0.5, 2.5],
    registers: [this.registry],
  });
  private readonly rows = new Counter({
    name: 'skillwake_statement_rows_total',
    help: 'Rows that Cypher statements returned, by name.',
    labelNames: ['statement'],
    registers: [this.registry],
  });
  private readonly evidenceItems = new Counter({
    name: 'skillwake_evidence_total',
    help: 'Items of evidence sent, by kind and result: recorded, duplicate, rejected.',
    labelNames: ['kind', 'outcome'],
    registers: [this.registry],
  });
  private readonly refolds = new Counter({
    name: 'skillwake_refolds_total',
    help: 'People whose mastery was computed from the beginning: after late evidence, withdrawals and merges.',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A gauge that is read whenever the metrics are collected. */
  gauge(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      collect: () => gauge.set(read()),
    });
  }

  request(type: string, status: number, milliseconds: number): void {
    this.requests.observe({ type, status }, milliseconds / 1000);
  }

  statement(statement: string, rows: number, milliseconds: number): void {
    this.statements.observe({ statement }, milliseconds / 1000);
    this.rows.inc({ statement }, rows);
  }

  evidence(kind: EvidenceKind, { recorded, duplicates, errors }: EvidenceCounted): void {
    this.evidenceItems.inc({ kind, outcome: 'recorded' }, recorded);
    this.evidenceItems.inc({ kind, outcome: 'duplicate' }, duplicates);
    this.evidenceItems.inc({ kind, outcome: 'rejected' }, errors.length);
  }

  refolded(people: number): void {
    this.refolds.inc(people);
  }
}
