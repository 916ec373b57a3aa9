import { computePieces } from '../../shared/piecework-thread';
import { coveredOf, type SkillToCover } from './coverage-piece';

computePieces((skills) => (skills as readonly SkillToCover[]).map(coveredOf));
