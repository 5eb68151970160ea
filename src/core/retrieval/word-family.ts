/**
 * English words that belong together and that stemming leaves apart: the forms of irregular verbs and nouns, and nouns made from
 * verbs that look little like them. The first word of a line stands for all of it.
 */
const FAMILIES = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun|bend bent|bind bound
bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought
catch caught|choose chose chosen choice choices|cling clung|come came|creep crept|deal dealt|dig dug|draw drew drawn
dream dreamt|drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt
fight fought|find found|flee fled|fling flung|fly flew flown flight flights|forbid forbade forbidden|foresee foresaw foreseen
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|give gave given|go went gone goes
grow grew grown growth|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid lain
lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|light lit|lose lost loss losses|make made|mean meant
meet met|mistake mistook mistaken|mow mown|overcome overcame|pay paid|prove proven|ride rode ridden|ring rang rung
rise rose risen|run ran|say said|see saw seen|seek sought|sell sold sale sales|send sent|sew sewn|shake shook shaken
shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid
smell smelt|sow sown|speak spoke spoken speech speeches|speed sped|spell spelt|spend spent|spill spilt|spin spun
spring sprang sprung|stand stood|steal stole stolen theft thefts|stick stuck|sting stung|stride strode
strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung
take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|understand understood
undergo underwent undergone|undertake undertook undertaken|uphold upheld|wake woke woken|wear wore worn|weave wove woven
weep wept|weigh weight weights|win won|withdraw withdrew withdrawn withdrawal withdrawals|withhold withheld
write wrote written|die dying dead death deaths|born birth births|child children|man men|woman women|foot feet|tooth teeth
goose geese|mouse mice|wife wives|live life lives|knife knives|leaf leaves|half halves|shelf shelves|loaf loaves
thief thieves|criterion criteria|phenomenon phenomena|analysis analyses|crisis crises`

/** From a word, in lower case, to the one that stands for its family. */
export const FAMILY: ReadonlyMap<string, string> = new Map(
  FAMILIES.trim()
    .split(/[|\n]/)
    .flatMap((line) => {
      const [head = '', ...others] = line.split(' ')
      return others.map((other): [string, string] => [other, head])
    }),
)
