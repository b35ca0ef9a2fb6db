import { toCalendars, type CalendarData } from '../calendar/calendar-data.js';
import type { Calendar } from '../calendar/calendar.js';
import { data as ae } from '../calendar/data/ae.js';
import { data as ar } from '../calendar/data/ar.js';
import { data as at } from '../calendar/data/at.js';
import { data as au } from '../calendar/data/au.js';
import { data as be } from '../calendar/data/be.js';
import { data as bg } from '../calendar/data/bg.js';
import { data as bh } from '../calendar/data/bh.js';
import { data as br } from '../calendar/data/br.js';
import { data as ca } from '../calendar/data/ca.js';
import { data as ch } from '../calendar/data/ch.js';
import { data as cl } from '../calendar/data/cl.js';
import { data as cn } from '../calendar/data/cn.js';
import { data as co } from '../calendar/data/co.js';
import { data as cy } from '../calendar/data/cy.js';
import { data as cz } from '../calendar/data/cz.js';
import { data as de } from '../calendar/data/de.js';
import { data as dk } from '../calendar/data/dk.js';
import { data as ee } from '../calendar/data/ee.js';
import { data as eg } from '../calendar/data/eg.js';
import { data as es } from '../calendar/data/es.js';
import { data as fi } from '../calendar/data/fi.js';
import { data as fr } from '../calendar/data/fr.js';
import { data as gb } from '../calendar/data/gb.js';
import { data as gr } from '../calendar/data/gr.js';
import { data as hk } from '../calendar/data/hk.js';
import { data as hr } from '../calendar/data/hr.js';
import { data as hu } from '../calendar/data/hu.js';
import { data as id } from '../calendar/data/id.js';
import { data as ie } from '../calendar/data/ie.js';
import { data as il } from '../calendar/data/il.js';
import { data as india } from '../calendar/data/in.js';
import { data as iceland } from '../calendar/data/is.js';
import { data as it } from '../calendar/data/it.js';
import { data as jp } from '../calendar/data/jp.js';
import { data as kr } from '../calendar/data/kr.js';
import { data as li } from '../calendar/data/li.js';
import { data as lt } from '../calendar/data/lt.js';
import { data as lu } from '../calendar/data/lu.js';
import { data as lv } from '../calendar/data/lv.js';
import { data as mt } from '../calendar/data/mt.js';
import { data as mx } from '../calendar/data/mx.js';
import { data as my } from '../calendar/data/my.js';
import { data as nl } from '../calendar/data/nl.js';
import { data as no } from '../calendar/data/no.js';
import { data as nz } from '../calendar/data/nz.js';
import { data as pe } from '../calendar/data/pe.js';
import { data as ph } from '../calendar/data/ph.js';
import { data as pl } from '../calendar/data/pl.js';
import { data as pt } from '../calendar/data/pt.js';
import { data as ro } from '../calendar/data/ro.js';
import { data as ru } from '../calendar/data/ru.js';
import { data as sa } from '../calendar/data/sa.js';
import { data as se } from '../calendar/data/se.js';
import { data as sg } from '../calendar/data/sg.js';
import { data as si } from '../calendar/data/si.js';
import { data as sk } from '../calendar/data/sk.js';
import { data as th } from '../calendar/data/th.js';
import { data as tr } from '../calendar/data/tr.js';
import { data as tw } from '../calendar/data/tw.js';
import { data as ua } from '../calendar/data/ua.js';
import { data as us } from '../calendar/data/us.js';
import { data as vn } from '../calendar/data/vn.js';
import { data as za } from '../calendar/data/za.js';

/** The public holidays of every country that has them here. */
const all: readonly CalendarData[] = [
  ae,
  ar,
  at,
  au,
  be,
  bg,
  bh,
  br,
  ca,
  ch,
  cl,
  cn,
  co,
  cy,
  cz,
  de,
  dk,
  ee,
  eg,
  es,
  fi,
  fr,
  gb,
  gr,
  hk,
  hr,
  hu,
  id,
  ie,
  il,
  india,
  iceland,
  it,
  jp,
  kr,
  li,
  lt,
  lu,
  lv,
  mt,
  mx,
  my,
  nl,
  no,
  nz,
  pe,
  ph,
  pl,
  pt,
  ro,
  ru,
  sa,
  se,
  sg,
  si,
  sk,
  th,
  tr,
  tw,
  ua,
  us,
  vn,
  za,
];

const byCountry = new Map(all.map((data) => [data.country, data]));

/** The calendars of some countries with all their subdivisions. */
export const calendarsOf = (countries: readonly string[]): readonly Calendar[] =>
  countries.flatMap((country) => {
    const data = byCountry.get(country);
    return data === undefined ? [] : toCalendars(data);
  });
