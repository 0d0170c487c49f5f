/** Until accounts exist everybody acts as the operator of the demo. */
export const ACTOR = "demo-operator";
