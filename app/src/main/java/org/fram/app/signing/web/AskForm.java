package org.fram.app.signing.web;

import java.util.List;

/// What somebody typed who has something signed, or keeps what was signed elsewhere.
///
/// @param signatory ids of those who are to sign, in order; empty ones are nobody
/// @param signer names of those who signed elsewhere, each with a party and a day at the same place of the other lists
record AskForm(
        String title,
        String matter,
        String amount,
        String last,
        boolean inOrder,
        boolean onlyMyParty,
        List<String> signatory,
        String way,
        List<String> signer,
        List<String> signerParty,
        List<String> signedOn) {

    AskForm {
        signatory = List.copyOf(signatory);
        signer = List.copyOf(signer);
        signerParty = List.copyOf(signerParty);
        signedOn = List.copyOf(signedOn);
    }

    static AskForm empty() {
        return new AskForm("", "", "", "", true, false, List.of(), "", List.of(), List.of(), List.of());
    }
}
