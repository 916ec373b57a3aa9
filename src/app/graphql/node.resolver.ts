import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../features/request/context';
import { load, type BatchRead } from '../../features/request/loaders';
import { everyone, VisibleTo } from '../../features/access/policy';
import { sees } from '../../features/access/viewer';
import { moduleByKey, pageByKey, revisionByKey } from '../../features/modules/module.loader';
import { personByKey, teamByKey } from '../../features/people/people.loader';
import { projectByKey, roleTemplateByKey, taskByKey } from '../../features/projects/project.loader';
import { questionByKey, questionVersionByKey } from '../../features/questions/question.loader';
import { skillByKey } from '../../features/skills/skill.loader';
import { Costs } from '../../shared/field-extensions';
import { longestPage } from '../../shared/page';
import { BadInputError } from '../../shared/errors';
import { keyOfGlobalId, typeOfGlobalId, type NodeType } from '../../shared/ids';
import { Node } from '../../shared/noun.type';

/** How a node of each type is looked up by internal id. */
export const nodesByKey: Readonly<Record<NodeType, BatchRead<string, Node | null, null>>> = {
  Person: personByKey,
  Team: teamByKey,
  Skill: skillByKey,
  Question: questionByKey,
  QuestionVersion: questionVersionByKey,
  Module: moduleByKey,
  Revision: revisionByKey,
  Page: pageByKey,
  Project: projectByKey,
  Task: taskByKey,
  RoleTemplate: roleTemplateByKey,
};

async function nodeOf(context: RequestContext, id: string): Promise<Node | null> {
  const type = typeOfGlobalId(id);
  const key = type && keyOfGlobalId(type, id);
  if (type === undefined || key === undefined) return null;
  const node = await load(context, nodesByKey[type], key, null);
  if (type !== 'Person' || node === null) return node;
  // A node merged into another since has the other's id.
  return sees(await context.visible(), keyOfGlobalId(type, node.id) ?? '') ? node : null;
}

@Resolver()
export class NodeResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @Query(() => Node, {
    nullable: true,
    description:
      'The object with this global id, archived or not; null where there is none or the viewer may not see it.',
  })
  node(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Node | null> {
    return nodeOf(context, id);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @Query(() => [Node], {
    nullable: 'items',
    description:
      'The objects with these global ids, by position; null where there is none or the viewer may not see it.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Up to 200 global ids (BAD_INPUT beyond).' }) ids: string[],
    @Ctx() context: RequestContext,
  ): Promise<(Node | null)[]> {
    if (ids.length > longestPage) {
      throw new BadInputError(
        `ids holds ${String(ids.length)} ids, at most ${String(longestPage)} are looked up at once: send several requests.`,
      );
    }
    return Promise.all(ids.map((id) => nodeOf(context, id)));
  }
}
