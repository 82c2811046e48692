import {
  DefaultNamingStrategy,
  type NamingStrategyInterface,
  type Table,
  type View,
} from 'typeorm';

const MAX_NAME = 63;

const nameOf = (table: Table | View | string): string =>
  (typeof table === 'string' ? table : table.name).split('.').at(-1) ?? '';

/** As PostgreSQL names what a migration leaves unnamed: of table and columns the longer one is cut. */
function chosenName(
  table: Table | View | string,
  columns: readonly string[],
  label: string,
): string {
  const room = MAX_NAME - label.length - 2;
  let first = nameOf(table);
  let second = columns.join('_');
  while (first.length + second.length > room) {
    if (first.length > second.length) first = first.slice(0, -1);
    else second = second.slice(0, -1);
  }
  return `${first}_${second}_${label}`;
}

/** The names that PostgreSQL gives by itself, and columns in snake case, so that entities repeat neither. */
export class PostgresNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, given: string | undefined): string {
    return given ?? property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }

  override primaryKeyName(table: Table | string): string {
    return `${nameOf(table)}_pkey`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return chosenName(table, columns, 'key');
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return chosenName(table, columns, 'fkey');
  }

  override indexName(table: Table | View | string, columns: string[]): string {
    return chosenName(table, columns, 'idx');
  }
}
