/**
 * English phrases in which a noun has lost its own meaning: "in the end" is not about an end. They stand for one word where
 * stemming does not bring them together with it already, as it does "in public" and "publicly".
 */

/** The last word of each is what those before it stand for. */
export const ONE_WORD = `
in full fully|in large part largely|in theory theoretically|in advance beforehand|in essence essentially
in short briefly|in brief briefly|in total altogether|in the end finally|at last finally|at first initially
in the beginning initially|in the first place initially|right away immediately|straight away immediately
without delay immediately|with immediate effect immediately|at present currently|at the moment currently
for now currently|for the moment currently|for the time being temporarily|at times sometimes
from time to time occasionally|on occasion occasionally|on occasions occasionally|now and then occasionally
all the time constantly|most of the time usually|as a rule usually|by and large generally|on the whole generally
for the most part mostly|to some extent partly|by hand manually|by mistake mistakenly|in error mistakenly
by accident accidentally|by chance accidentally|by force forcibly|by law legally|by degrees gradually
by surprise unexpectedly|step by step gradually|little by little gradually|bit by bit gradually
on purpose deliberately|by design deliberately|in good time early|ahead of time early|ahead of schedule early
on time punctually|behind schedule late|free of charge free|at no charge free|at no cost free|for good permanently
for ever forever|for sure certainly|no doubt undoubtedly|without doubt undoubtedly|without a doubt undoubtedly
with ease easily|with caution cautiously|without success unsuccessfully|in vain unsuccessfully|in silence silently
in haste hastily|in anger angrily|in detail thoroughly|in depth thoroughly|at length thoroughly|in earnest seriously
in good faith honestly|in bad faith dishonestly|in confidence confidentially|at the same time simultaneously
in the meantime meanwhile|in recent years recently|in recent months recently|of late recently|in due course later
sooner or later eventually|in the long run eventually|in a row consecutively|in succession consecutively
under way underway|on board aboard|side by side together|in unison together|in return reciprocally
in reverse backwards|in force effective|in reality really|in truth really|as a result therefore
as a result of because|as a consequence therefore|as a consequence of because|in consequence therefore
in consequence of because|on account of because|for this reason therefore|for that reason therefore
in spite of despite|in the same way similarly|in the same manner similarly|in the same fashion similarly
in much the same way similarly|in much the same manner similarly|in similar fashion similarly
in like manner similarly|along similar lines similarly|along the same lines similarly|in a similar vein similarly
in the same vein similarly|by the same token similarly|in this manner thus|in that manner thus|in this fashion thus
in such a manner thus|in such a way thus|in other ways otherwise|in any other way otherwise
in some other way otherwise|in other respects otherwise|in different ways differently|in various ways variously
in the normal way normally|in the usual way normally|in the normal course of events normally
in the normal course normally|in the ordinary course ordinarily|in the ordinary course of events ordinarily
in every way completely|in all respects completely|in every respect completely|in most respects mostly
in some respects partly|in certain respects partly|in alphabetical order alphabetically
in chronological order chronologically|in numerical order numerically|in reverse order backwards
in random order randomly|in sequence sequentially|in secrecy secretly|in complete secrecy secretly
in total secrecy secretly|in great secrecy secretly|on the sly secretly|behind closed doors privately
in strict confidence confidentially|in the strictest confidence confidentially|in the public eye publicly
off the record unofficially|in plain sight openly|in plain view openly|out of doors outdoors
with great force forcefully|by brute force forcibly|by sheer force forcibly|with vigour vigorously
with great vigour vigorously|with great vigor vigorously|with enthusiasm enthusiastically
with great enthusiasm enthusiastically|with pride proudly|with great pride proudly|with pleasure gladly
with gratitude gratefully|in gratitude gratefully|with great regret regretfully|with great reluctance reluctantly
with patience patiently|with great patience patiently|with great courage courageously|with bravery bravely
with great respect respectfully|with due respect respectfully|with honesty honestly|in all honesty honestly
with clarity clearly|with great clarity clearly|with great determination determinedly
with great energy energetically|with discretion discreetly|with generosity generously
with great generosity generously|with great passion passionately|with fervour fervently|with fervor fervently
with affection affectionately|with skill skilfully|with great skill skilfully|with great speed quickly
with all speed quickly|at speed quickly|at great speed quickly|at top speed quickly|at full speed quickly
at full tilt quickly|at breakneck speed quickly|at lightning speed quickly|at a fast pace quickly
at a rapid pace rapidly|at a rapid rate rapidly|at a slow pace slowly|at a snail's pace slowly
at a steady pace steadily|at a steady rate steadily|at a brisk pace briskly|at an alarming rate alarmingly
with haste hastily|with great haste hastily|in great haste hastily|with undue haste hastily|in a rush hurriedly
in a great hurry hurriedly|with great precision precisely|with accuracy accurately|with great accuracy accurately
with great care carefully|with extreme care carefully|with due care carefully|with utmost care carefully
with the utmost care carefully|with great caution cautiously|with extreme caution cautiously
with great success successfully|with considerable success successfully|with great ease easily
with relative ease easily|with certainty certainly|with absolute certainty certainly|with any certainty certainly
with good reason justifiably|for good reason justifiably|with some justification justifiably
for no apparent reason inexplicably|with great regularity regularly|with great frequency frequently
with increasing frequency increasingly|at regular intervals regularly|at frequent intervals frequently
at irregular intervals irregularly|at intervals periodically|with hindsight retrospectively
in hindsight retrospectively|with the benefit of hindsight retrospectively|with one voice unanimously
with one accord unanimously|by common consent unanimously|by general consent unanimously
by unanimous consent unanimously|by unanimous vote unanimously|by a unanimous vote unanimously
by mutual consent mutually|by mutual agreement mutually|in concert with jointly|in tandem with jointly
in conjunction jointly|in conjunction with jointly|in collaboration jointly|in collaboration with jointly
in partnership jointly|in partnership with jointly|in cooperation with jointly|in association with jointly
in combination together|in combination with together|in company with together|shoulder to shoulder together
in parallel simultaneously|at any one time simultaneously|at one and the same time simultaneously
at the same moment simultaneously|at the same instant simultaneously|in safety safely|in complete safety safely
in perfect safety safely|in ignorance unknowingly|by mouth orally|out loud aloud|in a loud voice loudly
in a low voice quietly|face to face personally|in the flesh personally|under compulsion unwillingly
against his will unwillingly|against her will unwillingly|against their will unwillingly
of his own free will voluntarily|of her own free will voluntarily|of their own free will voluntarily
of his own accord voluntarily|of her own accord voluntarily|of their own accord voluntarily
of its own accord spontaneously|under false pretences fraudulently|under false pretenses fraudulently
on a whim impulsively|by habit habitually|out of habit habitually|by custom customarily|by necessity necessarily
of necessity necessarily|out of necessity necessarily|by implication implicitly|by coincidence coincidentally
by sheer coincidence coincidentally|by pure chance accidentally|by sheer chance accidentally
by good fortune fortunately|by good luck luckily|by its nature inherently|by its very nature inherently
by their nature inherently|by their very nature inherently|as of right automatically|at first hand directly
at second hand indirectly|at no extra cost free|at no extra charge free|at no additional cost free
at no additional charge free|without warning unexpectedly|without prior warning unexpectedly
without question unquestionably|beyond question unquestionably|beyond dispute indisputably|beyond doubt undoubtedly
beyond any doubt undoubtedly|beyond a doubt undoubtedly|without any doubt undoubtedly|beyond repair irreparably
beyond recognition unrecognisably|without exception invariably|without fail invariably
without hesitation unhesitatingly|without interruption continuously|without a break continuously
without pause continuously|without further delay immediately|without further ado immediately
without undue delay promptly|without difficulty easily|without effort effortlessly|without mercy mercilessly
without reservation unreservedly|without precedent unprecedented|without regard to regardless
without regard for regardless|to no avail unsuccessfully|to little avail unsuccessfully|to good effect effectively
to great effect effectively|to the fullest fully|in proportion proportionately|in whole wholly
in its entirety entirely|in their entirety entirely|in toto entirely|in all likelihood probably
in all but name virtually|to all intents and purposes virtually|for all intents and purposes virtually
for all practical purposes virtually|on the face of it apparently|to all appearances apparently
at first glance apparently|by all accounts reportedly|in name only nominally|in the eyes of the law legally
in outline briefly|in summary briefly|in a nutshell briefly|in sum briefly|in a word briefly|in a few words briefly
in conclusion finally|at long last finally|in the final analysis ultimately|in the last analysis ultimately
when all is said and done ultimately|generally speaking generally|broadly speaking broadly|roughly speaking roughly
relatively speaking relatively|technically speaking technically|legally speaking legally
practically speaking practically|needless to say obviously|not surprisingly unsurprisingly|oddly enough oddly
strangely enough strangely|surprisingly enough surprisingly|interestingly enough interestingly
in general terms generally|in broad terms broadly|in simple terms simply|in plain terms plainly
in practical terms practically|in financial terms financially|in economic terms economically
in no uncertain terms clearly|in the strongest terms strongly|in the strongest possible terms strongly
in round figures approximately|in round numbers approximately|at a rough estimate approximately|at that time then
at that point then|at that moment then|at that stage then|in those days then|at this time currently
at the present time currently|at the present moment currently|at this moment currently
at this moment in time currently|at this point in time currently|at this stage currently
in this day and age currently|these days currently|as of now currently|right now currently|as things stand currently
as matters stand currently|up to that time previously|in times past formerly|in former times formerly
in earlier times formerly|at an earlier date previously|at an earlier time previously
on an earlier occasion previously|on a previous occasion previously|on previous occasions previously
on earlier occasions previously|by that time already|by this time already|before long soon|before too long soon
in the near future soon|in the not too distant future soon|in a short while soon|in no time at all quickly
in a short time quickly|within a short time quickly|at a moment's notice immediately|in a flash instantly
in the blink of an eye instantly|over the course of time gradually|with the passage of time gradually
in the course of time eventually|in the fullness of time eventually|for a short time briefly
for a short while briefly|for a brief period briefly|for a moment briefly|for all time forever|for eternity forever
in perpetuity forever|every once in a while occasionally|every so often occasionally|every now and then occasionally
every now and again occasionally|now and again occasionally|time and again repeatedly|time and time again repeatedly
again and again repeatedly|over and over again repeatedly|on several occasions repeatedly
on a number of occasions repeatedly|on numerous occasions repeatedly|on many occasions often|in many cases often
in many instances often|more often than not usually|nine times out of ten usually|in most cases usually
in most instances usually|in the majority of cases usually|in the vast majority of cases usually|at all times always
in all cases always|in every case always|in some cases sometimes|in certain cases sometimes
in some instances sometimes|in certain instances sometimes|in some circumstances sometimes
in certain circumstances sometimes|under some circumstances sometimes|under certain circumstances sometimes
on some occasions sometimes|in a few cases occasionally|in rare cases rarely|on rare occasions rarely
on one occasion once|on a single occasion once|on two occasions twice|on two separate occasions twice
around the clock continuously|round the clock continuously|at no time never|at no point never|at no stage never
on no account never|under no circumstances never|in no circumstances never|at some point sometime
at some stage sometime|at some point in time sometime|at a later date later|at a later stage later
at a later time later|at a later point later|at some later date later|at an early stage early
in plenty of time early|well in advance beforehand|far in advance beforehand|right on time punctually
in the interim meanwhile|in the first instance initially|from now on henceforth|from this point on henceforth
from that time on thereafter|from that point on thereafter|from that moment on thereafter|one by one individually
one at a time individually|one after another successively|one after the other successively
in quick succession successively|in rapid succession successively|back to back consecutively
on a day to day basis daily|on a case by case basis individually|on a one to one basis individually
in no small part largely|in no small measure largely|to no small extent largely|in large measure largely
in great part largely|in great measure largely|to a large degree largely|to a great degree largely
to a very large extent largely|in some measure partly|in small part partly|to some degree partly
to a certain degree partly|to a limited degree partly|to a considerable degree considerably
to a significant degree significantly|to a lesser degree less|to a greater degree more|to the same extent equally
to the same degree equally|in equal measure equally|in equal shares equally|for the greater part mostly
a great deal greatly|by leaps and bounds rapidly|first and foremost primarily|above all especially
in the second place secondly|last but not least lastly|all over the world worldwide|around the world worldwide
all around the world worldwide|throughout the world worldwide|across the world worldwide|around the globe worldwide
across the globe worldwide|in all parts of the world worldwide|across the country nationwide
throughout the country nationwide|all over the country nationwide|on the internet online|over the internet online
via the internet online|through the internet online|on the web online|all over the place everywhere
close at hand nearby|near at hand nearby|in the vicinity of near|in close proximity to near|in proximity to near
in the direction of towards|into force effective|vice versa conversely|the other way round conversely
the other way around conversely|even so nevertheless|for these reasons therefore|for those reasons therefore
on that account therefore|on this account therefore|for the reason that because|for the simple reason that because
by reason of because|on the grounds that because|on the ground that because|on the grounds of because
on grounds of because|in view of the fact that because|in light of the fact that because
in the light of the fact that because|owing to the fact that because|because of the fact that because
in spite of the fact that although|regardless of the fact that although|notwithstanding the fact that although
in excess of over|in advance of before|in the run up to before|in the lead up to before|in the aftermath of after
during the course of during|over the course of during|for the duration of during|on the subject of about
on the question of about|on the topic of about|on the issue of about|on the verge of nearly|on the brink of nearly
a variety of various|a wide variety of various|a wide range of various|in tandem jointly|on schedule punctually
in stages gradually|by stages gradually|in phases gradually|over time gradually|with time gradually
in parallel with simultaneously|on offer available|under duress unwillingly|at short notice suddenly
on short notice suddenly|with respect respectfully|for a time temporarily|once again again|once more again
yet again again|so far hitherto|to date hitherto|up to now hitherto|until now hitherto|thus far hitherto
in the past previously|without cost free|at the beginning initially|at the start initially|at the outset initially
on that occasion then`
/** These say nothing of their own. */
export const NOTHING = `
for example|for instance|in fact|as a matter of fact|in addition|in addition to|in other words|in any case
in any event|in case|in case of|in the case of|in this case|in that case|in each case|in terms of|in view of
in light of|in the light of|in the event of|in the event that|in order|in order to|in accordance with|in line with
in keeping with|in relation to|in connection with|in respect of|with respect to|with regard to|in regard to
with reference to|in contrast|in contrast to|by contrast|in comparison|in comparison with|in comparison to
by comparison|by way of|by means of|by virtue of|by no means|by all means|in place of|in lieu of|in front of
in the course of|in the process|in the process of|in the midst of|in the context of|in the form of|in the field of
in the name of|on behalf of|on top of|on the basis of|on the part of|on the one hand|on the other hand
on the contrary|for the purpose of|for the purposes of|for the sake of|with the exception of|with a view to
to the extent that|to the effect that|as part of|as a whole|as opposed to|as far as|as long as|as soon as|of course
that is to say|in turn|in so far as|in this way|in that way|in a way|in a sense|in this respect|in that respect
in this regard|in that regard|at any rate|in the sense that|in a position to|in the fact that|due to the fact that
despite the fact that|at the time of|as a means of|in the way of|in the wake of|at the same time as|in time for
along the lines of|by the way|so to speak|in my view|in my opinion|in our view|in our opinion|in his view
in his opinion|in her view|in her opinion|in their view|in their opinion|in my judgment|in my judgement
in my experience|in my humble opinion|to my mind|to my knowledge|from my point of view|as i see it
from the point of view of|from this point of view|from the standpoint of|from the perspective of
from the viewpoint of|to be honest|to be fair|to be frank|to be sure|to be precise|to be specific|to tell the truth
to put it simply|to put it mildly|to put it bluntly|to put it another way|put another way|strictly speaking
in all fairness|in fairness|if need be|not to mention|sure enough|as luck would have it|by any chance
for what it is worth|for that matter|in point of fact|in actual fact|in actuality|the fact is that
the fact remains that|the fact that|it should be noted that|it is worth noting that|it is important to note that
please note that|it goes without saying that|as mentioned above|as noted above|as stated above|as described above
as discussed above|as mentioned earlier|as already mentioned|as we have seen|as is well known|as follows
bear in mind that|keep in mind that|bearing in mind that|with this in mind|with that in mind|to sum up
by way of example|by way of illustration|to give an example|to name a few|to name but a few|among other things
amongst other things|and so forth|and the like|in such cases|in such a case|in these cases|in those cases
in which case|in this instance|in that instance|in this context|in that context|in this connection|in this sense
in that sense|in some sense|in one sense|in a certain sense|in a manner of speaking|in some ways|in many ways
in many respects|in several respects|in some way|in any way|in one way or another|one way or another
in one form or another|in such a way as to|in such a way that|in such a manner as to|in such a manner that
in a way that|in the manner of|in the fashion of|in the circumstances|under the circumstances|in these circumstances
under these circumstances|in such circumstances|under such circumstances|given the circumstances|at all events
all things considered|on balance|on reflection|on closer inspection|on second thoughts|all other things being equal
other things being equal|all else being equal|in the grand scheme of things|in the scheme of things|as it happens
as it turns out|as it turned out|as the case may be|as far as possible|as much as possible|where possible
wherever possible|where appropriate|where applicable|if applicable|as regards|as distinct from|with regards to
in regards to|in contrast with|in relation with|having regard to|in the matter of|on the matter of|when it comes to
insofar as|so far as|as far as i know|so far as possible|in conformity with|in accord with|in conformance with
in common with|in consideration of|in the throes of|in the domain of|in the realm of|in the sphere of
in the world of|in the nature of|in the shape of|in the guise of|in the capacity of|in his capacity as
in her capacity as|in its capacity as|in their capacity as|into account|into consideration|on the occasion of
on the point of|to the point of|to the point that|to the point where|to such an extent that|to the extent of
to the exclusion of|to a greater or lesser extent|to the contrary|quite the contrary|for purposes of
for this purpose|for that purpose|for these purposes|to this end|to that end|to these ends|for one thing
on the strength of|on the assumption that|on the premise that|by dint of|through the medium of|through the agency of
through the process of|by the process of|by a process of|on top of that|on top of this|in addition to which
over and above|by a long way|at the least|at the very least|per se|a sort of|a kind of|some sort of|some kind of
as a matter of|as a consequence of which|as a result of which|as a result of this|as in the case of
as is the case with|as was the case with|or otherwise`
