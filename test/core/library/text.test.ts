import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { readText } from '../../../src/core/library/read/text.ts'

/** Each paragraph as [heading path, text, first line]. */
function read(source: string, file = 'a-file.txt') {
  const { title, paragraphs } = readText(file, source)
  return { title, paragraphs: paragraphs.map((p) => [p.headings.join(' > '), p.text, p.lines[0]?.line]) }
}

test('the document that ships is read as its authors laid it out', () => {
  const file = 'data/diplomatic-bluebook-2023-chapter-2-section-6.txt'
  const { title, paragraphs } = readText(file, readFileSync(file, 'utf8'))
  assert.equal(title, 'Diplomatic Bluebook 2023')
  assert.deepEqual(
    paragraphs.map((p) => p.lines[0]?.line),
    [6, 7, 8, 9, 10, 11],
  )
  for (const { headings } of paragraphs) {
    assert.deepEqual(headings, [
      "Chapter 2 Japan's Foreign Policy by Region",
      'Section 6 Russia and Belarus, Central Asia and the Caucasus',
      '1 Overview',
    ])
  }
})

test('a wrapped paragraph is one text, and each of its lines is known', () => {
  const source =
    'The fee is due on the first day of May and of\nOctober. Whoever pays late is asked once more by\nletter.\n'
  const [paragraph] = readText('a.txt', source).paragraphs
  assert.equal(
    paragraph?.text,
    'The fee is due on the first day of May and of October. Whoever pays late is asked once more by letter.',
  )
  assert.deepEqual(
    paragraph.lines.map((l) => l.line),
    [1, 2, 3],
  )
})

const SHAPES: [name: string, source: string, expected: [headings: string, begins: string][]][] = [
  [
    'a bare label takes the line under it',
    'Guide\n\nCHAPTER I.\n\nFirst Steps\n\nPut your shoes on.\n',
    [['CHAPTER I First Steps', 'Put your shoes on.']],
  ],
  [
    'labels of other languages',
    'Ordnung\n\nKapitel 2 Beiträge\n\nArtikel 3\n\nDer Beitrag ist am ersten Mai fällig.\n',
    [['Kapitel 2 Beiträge > Artikel 3', 'Der Beitrag']],
  ],
  [
    'labels without spaces',
    '規則\n\n第1章 総則\n\nこの規則は会員に適用する。\n',
    [['第1章 総則', 'この規則']],
  ],
  [
    'numbers nest by their depth',
    'Guide\n\n1 Tools\n\nWe lend tools.\n\n1.1 Spades\n\nSpades are lent on Mondays.\n\n2 Fees\n\nThe fee is small.\n',
    [
      ['1 Tools', 'We lend'],
      ['1 Tools > 1.1 Spades', 'Spades'],
      ['2 Fees', 'The fee'],
    ],
  ],
  [
    'a line that stands alone above its text',
    'Guide\n\nOpening hours\n\nThe gate is open from nine to five.\n\nKeys\n\nKeys are kept in the shed.\n',
    [
      ['Opening hours', 'The gate'],
      ['Keys', 'Keys are'],
    ],
  ],
  [
    'an address is not a heading',
    'Guide\n\nWrite to us.\n\nThe Allotment Society\n10 Downing Street\nLondon\n\nWe answer soon.\n',
    [
      ['', 'Write'],
      ['', 'The Allotment Society\n10 Downing Street\nLondon'],
      ['', 'We answer'],
    ],
  ],
  [
    'a list is not headings',
    'Guide\n\nThese grow well.\n\n1 Apples\n2 Pears\n3 Plums\n\n- beans\n- peas\n\nNothing else does.\n',
    [
      ['', 'These'],
      ['', '1 Apples\n2 Pears\n3 Plums'],
      ['', '- beans'],
      ['', '- peas'],
      ['', 'Nothing'],
    ],
  ],
  [
    'closing lines are not headings',
    'Guide\n\nCome and see us.\n\nYours,\nThe Committee\n',
    [
      ['', 'Come'],
      ['', 'Yours,\nThe Committee'],
    ],
  ],
  [
    'the last words of wrapped text are not a heading',
    'Guide\n\nThe committee meets on the first Monday of each month in\nthe Hall\n\nTea is served afterwards to everyone who comes along and\nstays.\n',
    [
      ['', 'The committee meets'],
      ['', 'Tea is served'],
    ],
  ],
  [
    'a sentence that begins with a label word is text',
    'Guide\n\nSection 3 applies to all members.\n\nPart of the fee is paid back.\n',
    [
      ['', 'Section 3 applies'],
      ['', 'Part of'],
    ],
  ],
  [
    'a numbered list ends at a blank line',
    'Guide\n\n1. Keep the receipt\n2. Send the form\n\n4 Travel\n\nTrain tickets are paid back.\n',
    [
      ['', '1. Keep'],
      ['', '2. Send'],
      ['4 Travel', 'Train tickets'],
    ],
  ],
  [
    'a list spread over blank lines is a list',
    'Guide\n\n1. Open the gate\n\n2. Ring the bell\n\nThen wait.\n',
    [
      ['', '1. Open'],
      ['', '2. Ring'],
      ['', 'Then wait.'],
    ],
  ],
  [
    'successive items are a list, whatever they end in',
    'Deed\n\n(1) Alder Limited, a company of England; and\n(2) Birch Limited, a company of Wales.\n',
    [
      ['', '(1) Alder'],
      ['', '(2) Birch'],
    ],
  ],
  [
    'a table of contents with dots is left out',
    'Report\n\nContents\n\nChapter 1 Seeds ........ 3\nChapter 2 Tools . . . . 7\n\nChapter 1 Seeds\n\nWe sow in May.\n\nChapter 2 Tools\n\nWe lend spades.\n',
    [
      ['Chapter 1 Seeds', 'We sow'],
      ['Chapter 2 Tools', 'We lend'],
    ],
  ],
  [
    'a table of contents without dots is left out where it says what it is',
    'Report\n\nTable of Contents\n1 Seeds\n2 Tools\n\n1 Seeds\n\nWe sow in May.\n\n2 Tools\n\nWe lend spades.\n',
    [
      ['1 Seeds', 'We sow'],
      ['2 Tools', 'We lend'],
    ],
  ],
  [
    'labels in a row are no headings',
    'Report\n\nChapter 1 Seeds 3\nChapter 2 Tools 7\n\nChapter 1 Seeds\n\nWe sow in May.\n',
    [
      ['', 'Chapter 1 Seeds 3\nChapter 2 Tools 7'],
      ['Chapter 1 Seeds', 'We sow'],
    ],
  ],
  [
    'dots that lead to prices stay, as one paragraph',
    'Menu\n\nWe serve these.\n\nCoffee ........ 3\nTea ........ 2\n',
    [
      ['', 'We serve'],
      ['', 'Coffee ........ 3\nTea ........ 2'],
    ],
  ],
  [
    'a bare label takes a title that is broken over two lines',
    'Ordnung\n\nKapitel 3\nBeete und\nWege\n\nJeder harkt seinen Weg.\n',
    [['Kapitel 3 Beete und Wege', 'Jeder harkt']],
  ],
  [
    'a label that is set apart leads a text however short',
    'Minutes\n\n3. Any other business\nNone\n\nAnnex 1: Numbers\n\nOffice: 17\nShed: 18\n',
    [
      ['3. Any other business', 'None'],
      ['Annex 1: Numbers', 'Office: 17\nShed: 18'],
    ],
  ],
  [
    'ordinals and short forms are labels',
    'Satzung\n\nErster Teil\nBeete\n\n1. Kapitel\nWege\n\nArt. 3\n\nDer Weg ist frei.\n\nArticle 1er\n\nLe jardin est ouvert.\n',
    [
      ['Erster Teil Beete > 1. Kapitel Wege > Art. 3', 'Der Weg'],
      ['Erster Teil Beete > 1. Kapitel Wege > Article 1er', 'Le jardin'],
    ],
  ],
  [
    'a label with an ordinal after it',
    'Guide\n\nChapitre premier\nAvant la pluie\n\nFermez la serre.\n',
    [['Chapitre premier Avant la pluie', 'Fermez']],
  ],
  [
    'a caption in brackets belongs to the article under it',
    '規則\n\n第一章　総則\n（目的）\n第一条　この規則は庭について定める。\n（会費）\n第二条　会費は年千円とする。\n',
    [
      ['第一章　総則 > （目的）', '第一条'],
      ['第一章　総則 > （会費）', '第二条'],
    ],
  ],
  [
    'wrapped text goes on though its lines begin with capitals',
    '§ 3 Haftung\n\nDer Verein haftet nicht für Schäden am Zaun, die durch\nFahrlässigkeit entstehen.\n',
    [['§ 3 Haftung', 'Der Verein haftet nicht für Schäden am Zaun, die durch Fahrlässigkeit entstehen.']],
  ],
  [
    'wrapped text goes on though a line begins with a label',
    'Rules\n\nGardeners have to follow the rules that are given in\nSection 4.2.  See\nAppendix A for a list.\n',
    [['', 'Gardeners have to follow the rules that are given in Section 4.2.  See Appendix A for a list.']],
  ],
  [
    'a numbered line that fills the width is text',
    'Rules\n\n3) No member of the club may lend the keys of the\nShed unless the committee has been asked, and whoever\ndoes so pays.\n',
    [['', '3) No member of the club may lend the keys of the Shed unless']],
  ],
  [
    'a line with the end of a sentence in it is text, and so is the line under it',
    'Guide\n\nThe shed has moved. The address is\nGarden Lane 7, Leeds.\n',
    [['', 'The shed has moved. The address is Garden Lane 7, Leeds.']],
  ],
  [
    'a short line that touches a short text is no heading',
    'Guide\n\nAsk here.\n\nJane Doe\nSeeds Inc.\n\nThe address is\nGarden Lane 7.\n',
    [
      ['', 'Ask here.'],
      ['', 'Jane Doe'],
      ['', 'Seeds Inc.'],
      ['', 'The address is'],
      ['', 'Garden Lane 7.'],
    ],
  ],
  [
    'page headers and footers are left out, and the paragraph they cut is one',
    'Manual\n\nThe spades are cleaned and put back to the wall of\n\nGarden Club      Rules      [Page 1]\n\f\nManual 2023\n\nthe shed.\n\n- 2 -\n\f\nManual 2024\n\nKeys are kept there.\n',
    [
      ['', 'The spades are cleaned and put back to the wall of the shed.'],
      ['', 'Keys are kept'],
    ],
  ],
  [
    'chapters that begin their pages are headings',
    '\fChapter 1\n\nIt rained.\n\n\fChapter 2\n\nIt was dry.\n',
    [
      ['Chapter 1', 'It rained.'],
      ['Chapter 2', 'It was dry.'],
    ],
  ],
  [
    'columns are not headings',
    'Guide\n\nSpades      shed      3\n\nSpades are lent on Mondays.\n',
    [
      ['', 'Spades      shed'],
      ['', 'Spades are'],
    ],
  ],
  [
    'a signature is not headings',
    'Guide\n\nCome and see us.\n\nBest regards\n\nAnn Lee\n\nHead of Gardens\n\nThis letter hangs at the gate.\n\nFees\n\nThe fee is small.\n',
    [
      ['', 'Come'],
      ['', 'Best regards'],
      ['', 'Ann Lee'],
      ['', 'Head of Gardens'],
      ['', 'This letter'],
      ['Fees', 'The fee'],
    ],
  ],
  [
    'a label ends a signature',
    'Guide\n\nCome.\n\nYours sincerely,\nAnn\n\nAnnex 1\nPrices\n\nA bed costs five euros.\n',
    [
      ['', 'Come.'],
      ['', 'Yours sincerely,\nAnn'],
      ['Annex 1 Prices', 'A bed'],
    ],
  ],
  [
    'quantities, dates and fields are not headings',
    'Guide\n\n24 hours a day\nThe gate is open to members.\n\n5 May 2023\n\nWe sow.\n\nDigging: 12 euros an hour\n\nWe dig.\n',
    [
      ['', '24 hours a day'],
      ['', 'The gate'],
      ['', '5 May'],
      ['', 'We sow.'],
      ['', 'Digging'],
      ['', 'We dig.'],
    ],
  ],
  [
    'underlined lines are headings, and lines of marks alone are left out',
    'Guide\n=====\n\nSeeds\n-----\nWe sow. In May.\n\nBeans\n~~~~~\nBeans come last.\n\n* * *\n\nTools\n-----\n\nWe lend spades.\n',
    [
      ['Seeds', 'We sow.'],
      ['Seeds > Beans', 'Beans come'],
      ['Tools', 'We lend'],
    ],
  ],
  [
    'capitals that stand alone lead what is under them',
    'Tool\n\nINSTALLATION\n\n    pip install tool\n\nLICENSE\n\nMIT\n',
    [
      ['INSTALLATION', 'pip'],
      ['LICENSE', 'MIT'],
    ],
  ],
  [
    'a line that stands alone leads a block of lines or a list',
    'Pie\n\nIngredients\n\n200 g flour\n3 apples\n\nAlso needed\n\n- a bowl\n- a spoon\n',
    [
      ['Ingredients', '200 g flour\n3 apples'],
      ['Also needed', '- a bowl'],
      ['Also needed', '- a spoon'],
    ],
  ],
]

for (const [name, source, expected] of SHAPES) {
  test(name, () => {
    const { paragraphs } = read(source)
    assert.equal(paragraphs.length, expected.length, JSON.stringify(paragraphs))
    for (const [i, [headings, begins]] of expected.entries()) {
      assert.equal(paragraphs[i]?.[0], headings)
      assert.ok(String(paragraphs[i]?.[1]).startsWith(begins), JSON.stringify(paragraphs[i]))
    }
  })
}

test('a text without a title line is called by its file', () => {
  assert.equal(read('We lend spades.\n', 'tools/lending_rules.txt').title, 'Lending rules')
})

const TITLES: [name: string, source: string, title: string][] = [
  ['its first line', 'Garden rules\n\nKeep the gate shut.\n', 'Garden rules'],
  [
    'the first line above its particulars',
    'Minutes of the Club\nDate: 12 June\nPlace: the shed\n\nAll came.\n',
    'Minutes of the Club',
  ],
  [
    'the first line of its title page',
    'Member Handbook\nGarden Club\nVersion 3\n\nWelcome to you all.\n',
    'Member Handbook',
  ],
  [
    'the line centred on its title page',
    'Garden Group      A. Lee\nDraft      2023\n\n                 The Watering Rules\n\nWater at dawn.\n',
    'The Watering Rules',
  ],
  [
    'not the sender of a letter',
    'Ann Lee\n12 Oak Street\nLeeds LS1 4AP\n\nI write to you today.\n',
    'A file',
  ],
  [
    'its first line, though it has a colon',
    'Runbook: moving the pump to a new shed\n\nShut the valve first.\n',
    'Runbook: moving the pump to a new shed',
  ],
  [
    'not the first of its particulars',
    'From: Ann Lee, head of the garden club\n\nTo: all the members\n\nKeep the gate shut.\n',
    'A file',
  ],
  ['not its date', 'Date: 12 June\n\nAll came.\n', 'A file'],
  ['not its first label', 'Chapter 1\n\nKeep the gate shut.\n', 'A file'],
]

for (const [name, source, title] of TITLES) {
  test(`a document's title: ${name}`, () => {
    assert.equal(read(source).title, title)
  })
}

/** What takes more than linear time does not end here within the suite's. */
const LARGE: [name: string, source: string, characters: number][] = [
  ['one long line', 'We lend spades on Mondays. '.repeat(200_000), 5_399_999],
  ['many short lines', 'A short line of text\n'.repeat(100_000), 2_099_999],
  ['many short paragraphs', 'A short line of text.\n\n'.repeat(50_000), 1_050_000],
  [
    'a long wrapped paragraph',
    'the committee meets on the first Monday of each month\n'.repeat(60_000),
    3_239_999,
  ],
]
for (const [name, source, characters] of LARGE) {
  test(`a large text is read whole: ${name}`, () => {
    const { title, paragraphs } = readText('large.txt', source)
    const read = paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0)
    assert.equal(title, 'Large')
    assert.equal(read, characters)
  })
}
