// A criteria set to try everything with. Written for this library: the scheme does not publish its criteria,
// and nothing here is taken from them.
import type { CriteriaSet, Criterion } from "./criteria-set.ts"

const criterion = (id: string, title: string, bronze: string, silver: string, gold: string): Criterion => ({
  id,
  title,
  weight: 1,
  essential: false,
  descriptors: { bronze, silver, gold }
})

/**
 * The library's own criteria set: six themes of three criteria, each with Bronze, Silver and Gold descriptors.
 * A sample, illustrative only: these are not the LCQM criteria, which the scheme does not publish. Source of
 * the themes' titles: design, "Award rules"; of everything else: written for this library.
 * @example
 * ```ts
 * import { sampleCriteriaSet } from "@lcqm/core"
 * sampleCriteriaSet.notice // => "illustrative, not the LCQM criteria"
 * sampleCriteriaSet.themes.length // => 6
 * ```
 */
export const sampleCriteriaSet: CriteriaSet = {
  id: "sample-lcqm-like",
  version: "0.1.0-sample",
  title: "Sample criteria in the manner of a numeracy quality mark",
  notice: "illustrative, not the LCQM criteria",
  themes: [
    {
      id: "leadership",
      title: "Leadership and management",
      criteria: [
        criterion(
          "leadership.champion",
          "A Champion with standing",
          "Sample: one member of staff is named as Champion and colleagues know who it is.",
          "Sample: the Champion has regular time for the role and reports to senior leaders each term.",
          "Sample: the Champion shapes whole-school plans, and someone else could take the role over."
        ),
        criterion(
          "leadership.plan",
          "Attitudes in the school's plans",
          "Sample: a written plan says what the school will do about attitudes to mathematics.",
          "Sample: the plan has dates and owners, and is looked at again during the year.",
          "Sample: the plan is part of the school's improvement plan, and its effect is weighed up yearly."
        ),
        criterion(
          "leadership.governors",
          "Governors who ask",
          "Sample: governors have been told that the school works on attitudes to mathematics.",
          "Sample: a named governor meets the Champion and reports back.",
          "Sample: governors ask for, and act on, what pupils and families say about mathematics."
        )
      ]
    },
    {
      id: "workforce",
      title: "Workforce development",
      criteria: [
        criterion(
          "workforce.cpd",
          "Training for the Champion, shared",
          "Sample: the Champion has begun the training and has told colleagues about it.",
          "Sample: what was learnt at each session is passed on in a staff meeting.",
          "Sample: colleagues have changed something because of it, and say what followed."
        ),
        criterion(
          "workforce.confidence",
          "Confident adults",
          "Sample: staff have been asked how they feel about mathematics.",
          "Sample: those who are unsure have had help that suits them.",
          "Sample: asked again, staff are more sure of themselves, support staff among them."
        ),
        criterion(
          "workforce.language",
          "The way adults talk about mathematics",
          "Sample: staff have agreed not to speak badly of mathematics in front of children.",
          "Sample: staff point out to one another, and to visitors, when it happens.",
          "Sample: pupils say that adults in the school enjoy mathematics, and can give examples."
        )
      ]
    },
    {
      id: "promoting",
      title: "Promoting mathematics",
      criteria: [
        criterion(
          "promoting.displays",
          "Mathematics to be seen",
          "Sample: there is a display about mathematics outside the classrooms.",
          "Sample: displays change during the year and pupils help to make them.",
          "Sample: mathematics is to be seen all over the school, and visitors remark on it."
        ),
        criterion(
          "promoting.voice",
          "Pupils who speak up for mathematics",
          "Sample: some pupils have been asked what they think about mathematics.",
          "Sample: a group of pupils helps to plan what the school does.",
          "Sample: pupils lead activities of their own and win others over."
        ),
        criterion(
          "promoting.effort",
          "Effort praised",
          "Sample: effort in mathematics is praised, not only right answers.",
          "Sample: the school's rewards say what a pupil kept trying at.",
          "Sample: pupils tell how mistakes helped them, whatever group they are taught in."
        )
      ]
    },
    {
      id: "events",
      title: "Mathematics events and groups",
      criteria: [
        criterion(
          "events.day",
          "A day or week of mathematics",
          "Sample: one event a year is about mathematics for its own sake.",
          "Sample: every year group takes part and the event is reviewed.",
          "Sample: the event reaches other schools or the public, and pupils help to run it."
        ),
        criterion(
          "events.club",
          "Clubs and groups",
          "Sample: a club or group meets for at least a term.",
          "Sample: more than one group meets, and those who need it most are invited.",
          "Sample: groups are full all year, some led by pupils, and the school knows whom they help."
        ),
        criterion(
          "events.challenge",
          "Challenges and competitions",
          "Sample: some pupils have taken part in a challenge or competition.",
          "Sample: all pupils are offered a challenge that suits them.",
          "Sample: pupils set challenges for others, in and beyond the school."
        )
      ]
    },
    {
      id: "real-life",
      title: "Real-life and cross-curricular mathematics",
      criteria: [
        criterion(
          "real-life.contexts",
          "Lessons tied to real life",
          "Sample: some mathematics lessons use a setting from real life.",
          "Sample: teachers plan such settings into most topics.",
          "Sample: pupils bring settings of their own and ask where mathematics is used."
        ),
        criterion(
          "real-life.subjects",
          "Mathematics in other subjects",
          "Sample: mathematics is pointed out in one or two other subjects.",
          "Sample: most subjects have planned for the mathematics that is in them.",
          "Sample: teachers of other subjects plan with mathematics teachers, and pupils see the link."
        ),
        criterion(
          "real-life.work",
          "Mathematics at work and with money",
          "Sample: pupils have learnt about money in a way that suits their age.",
          "Sample: pupils have heard from someone how mathematics is used at work.",
          "Sample: every pupil can say how mathematics could matter in a job they might like."
        )
      ]
    },
    {
      id: "community",
      title: "Family, community and business",
      criteria: [
        criterion(
          "community.families",
          "Families",
          "Sample: families have been given tips on being positive about mathematics.",
          "Sample: families have been into school to do mathematics with their children.",
          "Sample: families help to plan what is offered, and those seldom seen have been reached."
        ),
        criterion(
          "community.partners",
          "The community",
          "Sample: the school has shown its mathematics to people outside it.",
          "Sample: the school works with a group or another school nearby.",
          "Sample: the school helps others nearby to change attitudes, and both sides say what changed."
        ),
        criterion(
          "community.business",
          "Business",
          "Sample: a local business has been in touch with the school about mathematics.",
          "Sample: a business has taken part in an activity with pupils.",
          "Sample: a lasting link with business gives pupils mathematics in a real setting each year."
        )
      ]
    }
  ]
}
