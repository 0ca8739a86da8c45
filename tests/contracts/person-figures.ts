import { z } from 'zod';

/** A number that stands beside a person, as `person: path of the number`. */
export type PersonFigure = string;

type Schema = z.core.JSONSchema.BaseSchema;

/** What a key is called that holds what is of whoever asks. */
const ownKey = /^(own|mine|my|me)$/;
/** What a key is called that holds a person or their id. */
const personKey =
  /^(user|guest|person|member|owner|author|actor|creator|keeper|facilitator|buddy|email)(Id)?$|(^b|B)y(Id)?$/;

/**
 * The numbers in a view that could be somebody's: those in an object that names a person, however deep,
 * those in an object that is a person, and those of a map, whose keys may be people. [GLANCE-5]
 */
export function personFigures(view: z.core.$ZodType): PersonFigure[] {
  const schema = z.toJSONSchema(view, { io: 'output', unrepresentable: 'any', reused: 'inline' });
  return [...new Set(figuresIn(schema))].sort();
}

function figuresIn(schema: Schema): PersonFigure[] {
  const properties = propertiesOf(schema);
  const here = properties.flatMap(([name, value]) => {
    if (ownKey.test(name)) return numbersIn(value).map((path) => `${name}: ${path}`);
    return isPerson(name, value) ? numbersBeside(name, value, properties) : [];
  });
  const mapped = isSchema(schema.additionalProperties)
    ? numbersIn(schema.additionalProperties).map((path) => `a map: ${path}`)
    : [];
  return [...here, ...mapped, ...partsOf(schema).flatMap(figuresIn)];
}

function numbersBeside(
  person: string,
  value: Schema,
  properties: readonly (readonly [string, Schema])[],
): PersonFigure[] {
  const others = properties.filter(([name]) => name !== person);
  const beside = others.flatMap(([name, other]) =>
    numbersIn(other).map((path) => join(name, path)),
  );
  const inside = numbersIn(value).map((path) => join('itself', path));
  return [...beside, ...inside].map((path) => `${person}: ${path}`);
}

function isPerson(name: string, schema: Schema): boolean {
  // `by` is a day in some views.
  if (personKey.test(name)) return ![schema, ...(schema.anyOf ?? [])].some(isDay);
  return [schema, ...(schema.anyOf ?? [])].some((one) => {
    const keys = Object.keys(one.properties ?? {});
    return keys.length === 2 && keys.includes('id') && keys.includes('name');
  });
}

function isDay({ format }: Schema): boolean {
  return format === 'date';
}

/** The paths of the numbers in a schema; empty for itself. */
function numbersIn(schema: Schema): string[] {
  // One that may be null has both types in a list.
  const types: readonly unknown[] = [schema.type].flat();
  if (types.includes('number') || types.includes('integer')) return [''];
  const named = propertiesOf(schema).flatMap(([name, value]) =>
    numbersIn(value).map((path) => join(name, path)),
  );
  const unnamed = partsOf({ ...schema, properties: {} }).flatMap(numbersIn);
  return [...named, ...unnamed];
}

function partsOf(schema: Schema): Schema[] {
  const { anyOf = [], oneOf = [], allOf = [], items, prefixItems = [] } = schema;
  const listed = Array.isArray(items) ? items : [items];
  return [
    ...Object.values(schema.properties ?? {}),
    ...[...anyOf, ...oneOf, ...allOf, ...prefixItems, ...listed, schema.additionalProperties],
  ].filter(isSchema);
}

function propertiesOf({ properties = {} }: Schema): [string, Schema][] {
  return Object.entries(properties).filter((entry): entry is [string, Schema] =>
    isSchema(entry[1]),
  );
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

function join(...parts: string[]): string {
  return parts.filter(Boolean).join('.');
}
