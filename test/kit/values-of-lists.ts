import { word, type Everything } from './everything';
import { isPaged, type Path, type ValueOf } from './from-schema';

/** The step whose length is asked for; none where a path has no pages. */
export function grownIn(path: Path): number {
  return path.findIndex((step, index) => isPaged(step) || (index === 0 && step.field.name === 'nodes'));
}

/** Values for the arguments on a path, of which one step is so long. */
export function valueOf(everything: Everything, size: number): ValueOf {
  return (argument, path) => {
    const [coordinate, name] = argument.slice(0, -1).split('(') as [string, string];
    const grown = path[grownIn(path)];
    const [{ to, through }] = path as [Path[number]];
    const hub = (type: string) => everything.ids[type]!.at(-1)!;
    if (/^Team\.gap(s|sByMonth|Changes)\(first\)$/.test(argument)) return size;
    if (name === 'first') return coordinate === `${grown!.on.name}.${grown!.field.name}` ? size : 2;
    switch (argument) {
      case 'Query.nodes(ids)':
        return everything.ids[to.name]!.slice(0, size);
      case 'Query.search(query)':
        return word;
      case 'Query.search(types)':
        return [path[1]!.to.name.replace(/(?<=[a-z])[A-Z]/, '_$&').toUpperCase()];
      case 'Query.nextQuestions(person)':
        return hub('Person');
      case 'Person.masteryHistory(skill)':
      case 'Query.nextQuestions(skill)':
      case 'Query.skillSupply(skill)':
        return hub('Skill');
      case 'Query.draftJobDescription(project)':
      case 'Query.formTeam(project)':
        return hub('Project');
      case 'Query.people(meeting)':
        return through === 'edges' ? [{ skill: hub('Skill'), level: 0.5, narrower: false }] : undefined;
      case 'Query.activityMappings(filterBy)':
        return { platform: word, kind: path[1]?.field.name === 'question' ? 'QUESTION' : 'MODULE' };
      case 'Project.candidates(includeAssigned)':
        return true;
      default:
        return coordinate.startsWith('Query.') && name === 'id' ? hub(to.name) : undefined;
    }
  };
}
