// @ts-check
/**
 * What the server shows a console and a class screen: the names of the parts and their fields, nothing else.
 *
 * Times are ISO strings in UTC. A run is named by its activity's id, a group "g1"…, a person by a number.
 */

/** @typedef {'ready'|'open'|'paused'|'grace'|'closed'|'revealed'} Phase */

/**
 * @typedef {Object} Run
 * @property {Phase} phase
 * @property {string|null} [opened_at]
 * @property {string|null} [ends_at]
 * @property {string|null} [ended_at]
 * @property {number|null} [touched_by]
 * @property {number|null} [left]       seconds on the clock while paused
 * @property {string} [end]             what happens at zero: none, nudge, close, advance
 * @property {number} [touched]         number of the last act on it; sent back as `saw`
 * @property {string|null} [task]       address of what phones show
 * @property {string|null} [key]        address of the right answers
 * @property {'person'|'group'|'pair'} [by]
 * @property {'named'|'trainers'|'anonymous'} [naming]
 * @property {string} [results]         hidden, self, group, trainers, all
 * @property {number} [planned_s]
 * @property {number} [used_s]
 * @property {number|null} [n]          have answered; while open, `answered` says it
 * @property {number} [m]               of how many
 */

/** @typedef {{id: string, kind: string, title: string, label?: string, minutes?: number, children?: Item[]}} Item */
/** @typedef {{course?: string, module?: string, title: string, day?: number, items: Item[]}} Agenda */
/** @typedef {{id: number, name: string, lang?: string, short?: string, letter?: string, trainer?: boolean, district?: string}} Person */
/** @typedef {{id: string, name?: string, members: number[], roles?: Record<string, number>, link?: string|null, cast?: Part[], short?: number}} Group   `short`: so many people fewer than roles */
/** @typedef {{role: string, html: string, people: number[]}} Part   in a role play */
/** @typedef {{key: string, html: string, by: string[], votes: number, out: boolean, reworded: boolean}} Taken */
/** @typedef {{id: number, group: string, state: 'asked'|'seen'|'attended'|'resolved', by?: number, at: string, reason?: string|null, who?: number|null}} Help */
/** @typedef {{seq: number, what: string, who: number|null, at: string, undone?: boolean, undo_until?: string|null, run?: string|null, person?: number|null}} Act */
/** @typedef {{filled: number, of: number, text?: string|null, field?: string|null, by?: number|null, at?: string|null, step?: number|null, help?: unknown}} Tile */
/** @typedef {import('../shared/Field.jsx').FieldTask & {value: any}} Reported  a field as a group reports it; of a table `value` is its rows */
/** @typedef {{run: string, order: string[], at: number, since: string, seconds: number, sheets?: Record<string, Reported[]>}} Report */
/** @typedef {{id: number, text: string, seen?: [number, number], groups?: string[]|null, at?: string}} Word */

/**
 * @typedef {Object} Meeting
 * @property {string} id
 * @property {string} title
 * @property {string} [course]
 * @property {string} [cohort]
 * @property {'draft'|'scheduled'|'lobby'|'live'|'ended'|'review'} state
 * @property {string|null} [starts_at]
 * @property {string|null} [code]
 * @property {string|null} [join_url]
 * @property {string|null} [link]
 * @property {boolean} [led]
 * @property {boolean} [read_only]      the server could not store, three times in a row
 * @property {number[]} [lead_names]
 * @property {string|null} [roster]
 * @property {string|null} [agenda]
 * @property {{id: number, name: string}[]} [guests]
 * @property {number} [n_here]          class screen only
 * @property {number} [m]
 */

/**
 * @typedef {Object} Parts
 * @property {Meeting|null} [meeting]
 * @property {Record<string, Run>|null} [runs]
 * @property {{run: string|null, item?: string|null, kind?: string, next?: unknown}|null} [now]
 * @property {Record<string, {in: (number|string)[], n?: number, m?: number, late?: number}>|null} [answered]
 * @property {Record<string, any>|null} [tallies]
 * @property {Record<string, {s: 'here'|'away'|'off', since?: string, slow?: boolean, kept?: number}>|null} [presence]
 * @property {{preview?: {run: string, how: string, groups: Group[], unplaced?: number[], absent?: number[], pins?: number[], told?: boolean, odd?: {why: string, runs?: string[], size?: number[], n?: number}[]}|null, open?: Group[], unassigned?: number[], stayed?: number[]}|null} [groups]
 * @property {Record<string, Tile>|null} [board]
 * @property {Help[]|null} [help]
 * @property {Word[]|null} [words]
 * @property {Act[]|null} [acts]
 * @property {{content: string, changes: {id: string, was: string, title: string, standing: string}[]}|null} [newer]   a version published since
 * @property {{run: string, title: string, fate: string, at: string, n: number}[]|null} [since]   what the course did to answers of an ended day
 * @property {{run: string, kind: string, step: number, of: number, next: string|null, topics?: Record<string, string>, visits?: Record<string, string>, visit?: number[]}|null} [round]   where a pattern stands
 * @property {Report|null} [report]
 * @property {Record<string, {source: string, title: string, takes: 'cards'|'sheets', settled: boolean, things: Taken[]}>|null} [taking]
 */

/** @typedef {{seq: number, now?: string, parts: Parts}} View */

export {};
