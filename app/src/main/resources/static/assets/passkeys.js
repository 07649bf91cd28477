// Passkeys: a form asks the server what to ask the device, and is sent with its answer. Without scripts, or in browsers
// that know no passkeys, nothing of it is shown.
(() => {
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
        return;
    }

    // What the server wants of the device. Why not stands in its answer, where it says so as text.
    async function asked(address, form, fields) {
        const body = new URLSearchParams();
        for (const [name, value] of [...new FormData(form), ...Object.entries(fields)]) {
            body.append(name, value);
        }
        const answer = await fetch(address, { method: "POST", body });
        if (answer.ok && answer.headers.get("Content-Type")?.startsWith("application/json")) {
            return answer.json();
        }
        throw new Error(answer.headers.get("Content-Type")?.startsWith("text/plain") ? await answer.text() : "");
    }

    // The device's answer, as JSON.
    async function answered(options) {
        const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
        return JSON.stringify(await navigator.credentials.get({ publicKey }));
    }

    async function made(options) {
        const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
        return JSON.stringify(await navigator.credentials.create({ publicKey }));
    }

    // Tries, and says what went wrong: what the server said, or that the device gave no answer.
    async function trying(button, note, work) {
        button.disabled = true;
        note.textContent = "";
        try {
            await work();
        } catch (failure) {
            note.textContent = (failure instanceof DOMException ? "" : failure.message) || note.dataset.passkeyNote;
        } finally {
            button.disabled = false;
        }
    }

    function signingIn(form) {
        form.hidden = false;
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            trying(form.querySelector("button"), form.querySelector("[data-passkey-note]"), async () => {
                const { challenge, options } = await asked(form.dataset.passkeySignIn, form, {});
                form.elements.assertion.value = await answered(options);
                form.elements.challenge.value = challenge;
                form.submit();
            });
        });
    }

    function again(part) {
        const form = part.closest("form");
        const button = part.querySelector("button");
        const note = part.querySelector("[data-passkey-note]");
        button.hidden = false;
        button.addEventListener("click", () =>
            trying(button, note, async () => {
                const fields = { about: part.dataset.about };
                const { challenge, options } = await asked(part.dataset.passkeyAgain, form, fields);
                form.elements.assertion.value = await answered(options);
                form.elements.challenge.value = challenge;
                note.textContent = note.dataset.passkeyDone;
            }),
        );
    }

    function making(form) {
        const button = form.querySelector("[data-passkey-make]");
        button.hidden = false;
        form.addEventListener("submit", (event) => {
            if (event.submitter !== button) {
                return;
            }
            event.preventDefault();
            const notes = form.querySelectorAll("[data-passkey-note]");
            trying(button, notes[notes.length - 1], async () => {
                const { challenge, options } = await asked(form.dataset.passkeyMaking, form, {});
                form.elements.attestation.value = await made(options);
                form.elements.registration.value = challenge;
                form.submit();
            });
        });
    }

    document.querySelectorAll("[data-passkey-sign-in]").forEach(signingIn);
    document.querySelectorAll("[data-passkey-again]").forEach(again);
    document.querySelectorAll("[data-passkey-making]").forEach(making);
})();
