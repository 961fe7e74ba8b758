package uk.kinbridge.protocols.pack;

import java.util.EnumSet;
import java.util.Set;
import uk.kinbridge.protocols.reading.Word;

/** What can be so in a case: the closed list that the conditions of a pack are made of. */
public enum Fact implements Word {
    CHILD_CARED_FOR("an adult cares for a child"),
    CHILD_IN_REGULAR_CONTACT("an adult has regular contact with a child"),
    PREGNANCY("somebody is pregnant"),
    CHILD_AT_RISK_OF_SIGNIFICANT_HARM("a child is suffering, or likely to suffer, significant harm"),
    CHILD_WELFARE_CONCERN("there is a lower concern for a child's welfare or development"),
    UNBORN_CHILD_CONCERN("there is a concern for an unborn child"),
    IMMEDIATE_DANGER("somebody is in immediate danger"),
    CHILD_HOME_ALONE("a child is home alone"),
    ADULT_AT_RISK("an adult with care and support needs is at risk"),
    ADULT_WITH_UNMET_NEEDS("an adult has unmet care and support needs"),
    PARENT_MAY_BE_ABUSED("a parent with care and support needs may be being abused"),
    DELUSION_INVOLVES_CHILD("delusional beliefs involve the child"),
    CHILD_IN_SUICIDE_PLAN("a child may be harmed within a suicide plan"),
    UNTREATED_PSYCHOSIS("there is a risk from an untreated psychosis"),
    SUBSTANCE_MISUSE("an adult misuses substances"),
    SUBSTANCE_MISUSE_AFFECTS_PARENTING("substance misuse affects parenting"),
    YOUNG_PERSON_USES_SUBSTANCES("a child or young person uses substances"),
    CHILD_AFFECTED_BY_SUBSTANCES("a child is affected by somebody's substance misuse"),
    MENTAL_ILL_HEALTH("somebody in the family has mental ill-health"),
    LEARNING_DISABILITY("somebody in the family has a learning disability"),
    DOMESTIC_ABUSE("there is domestic abuse"),
    SEXUAL_EXPLOITATION("there is sexual exploitation"),
    SAFEGUARDING_ISSUE("there is a safeguarding issue"),
    SEVERAL_VULNERABILITIES("several vulnerability factors come together"),
    KNOWN_TO_CHILDRENS_SOCIAL_CARE("Children's Social Care already works with the family"),
    REFERRAL_NEEDED("the assessment finds that a referral is needed"),
    REFERRAL_UNCLEAR("it is unclear whether a referral is needed"),
    REFERRAL_DECLINED_BY_PARENT("the parent declines the referral"),
    TREATMENT_NOT_REQUIRED("treatment is not required"),
    YOUTH_OFFENDING("the young person is known to the youth offending service"),
    OPEN_TO_TREATMENT("the parent is open to a treatment worker"),
    TOO_URGENT_TO_PLAN("it is too urgent to plan together"),
    DRINKING_IN_PREGNANCY("drinking continues in pregnancy"),
    CARES_FOR_INFANT("somebody cares for an infant"),
    OPEN_TO_BOTH_SERVICES("the family is open to both services"),
    TRANSITION_DUE("a young person nears eighteen with continuing needs or safeguarding concerns"),
    UNSAFE_IN_WORK_WITH_CHILDREN("an adult who works with children may not be safe in that role"),
    PARENT_WITH_SUPPORT_NEEDS("a parent needs support with parenting"),
    CHILD_GIVES_CARE("a child gives care"),
    CONSENT_GIVEN("consent is given"),
    CONSENT_REFUSED("consent is refused"),
    CONSENT_CANNOT_BE_GIVEN("consent cannot be given"),
    ASKING_RAISES_RISK("asking would raise the risk"),
    SAME_AGENCY("it stays within one agency or integrated team"),
    SIXTEEN_OR_OVER("the person is sixteen or over"),
    NO_CAPACITY_FOUND("the person has been found to lack capacity for this decision"),
    HIGH_RISK_OUTSIDE_STATUTE("an adult at high risk falls outside the statutory frame"),
    DUTY_TO_SHARE_IN_FORCE("the duty to share of section 16LA of the Children Act 2004 is in force"),
    SHARING_HARMS_CHILD("sharing would be worse for the child than not sharing");

    private final String spoken;

    Fact(String spoken) {
        this.spoken = spoken;
    }

    /** What leaves one way only for a child, and at once, under every protocol (JWP-11, SAL-15). */
    public static Set<Fact> hardForAChild() {
        return EnumSet.of(CHILD_AT_RISK_OF_SIGNIFICANT_HARM, DELUSION_INVOLVES_CHILD, CHILD_IN_SUICIDE_PLAN);
    }

    /** For a sentence that begins with "because". */
    public String spoken() {
        return spoken;
    }
}
