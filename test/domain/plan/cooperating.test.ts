import { describe, expect, it } from 'vitest';
import { cooperatingAgencies } from '../../../domain/plan/cooperating.ts';
import type { Agency, AgencyKind } from '../../../domain/roster/roster.ts';

const agency = (id: string, name: string, kind: AgencyKind, more: Partial<Agency> = {}): Agency => ({
  id,
  name,
  names: [{ name, from: null }],
  shortName: name,
  kind,
  aliases: [],
  ...more,
});

const AGENCIES = [
  agency('ubnd-tinh', 'UBND tỉnh', 'authority'),
  agency('so-a', 'Sở Du lịch', 'department'),
  agency('so-b', 'Sở Y tế', 'department'),
  agency('cuc-tk', 'Cục Thống kê tỉnh', 'statistics'),
  agency('lien-minh', 'Liên minh Hợp tác xã tỉnh', 'association', { aliases: ['Liên minh các Hợp tác xã'] }),
  agency('phong', 'Phòng Thương mại chi nhánh', 'association', { shortName: 'VCCI CN' }),
  agency('hoi', 'Các Hội, Hiệp hội doanh nghiệp', 'group', { aliases: ['Hội, Hiệp hội doanh nghiệp'] }),
  agency('vien', 'Viện Năng suất', 'central'),
];

const asked = (cooperators: string[], ...leads: string[]): string[] =>
  cooperatingAgencies({ cooperators, leads: leads.map((id) => ({ id, name: id })) }, AGENCIES);

describe('who may be asked for a part of a measure', () => {
  it.each([
    { label: 'a body by its name', said: ['Sở Y tế'], is: ['so-b'] },
    { label: 'by its short name', said: ['VCCI CN'], is: ['phong'] },
    { label: 'without the province’s word', said: ['Liên minh hợp tác xã'], is: ['lien-minh'] },
    { label: 'by another spelling', said: ['Liên minh các Hợp tác xã'], is: ['lien-minh'] },
    { label: 'any department', said: ['Các sở, ngành có liên quan'], is: ['so-a', 'so-b', 'cuc-tk'] },
    {
      label: 'any body of the province',
      said: ['các cơ quan, tổ chức có liên quan'],
      is: ['so-a', 'so-b', 'cuc-tk', 'lien-minh', 'phong'],
    },
    { label: 'nobody for a group', said: ['Hội, Hiệp hội doanh nghiệp'], is: [] },
    { label: 'nobody outside the province', said: ['Viện Năng suất'], is: [] },
    { label: 'nobody where the plan names nobody', said: [], is: [] },
  ])('$label', ({ said, is }) => {
    expect(asked(said)).toEqual(is);
  });

  it('those who lead the measure together ask each other', () => {
    expect(asked([], 'so-a', 'so-b')).toEqual(['so-a', 'so-b']);
  });
});
