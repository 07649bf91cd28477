package org.fram.app.demo;

import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.Side;
import org.fram.app.platform.access.Role;

/// The people of the demonstration: positions rather than persons.
enum DemoPerson {
    CUSTOMER_PROJECT_MANAGER("pm", "Customer’s project manager", Side.BUYER, Role.OWNER, ProjectRole.PROJECT_MANAGER),
    SPONSOR("sponsor", "Head of the service", Side.BUYER, Role.OWNER, ProjectRole.SPONSOR),
    IT_LEAD("it", "IT lead", Side.BUYER, Role.MANAGER, ProjectRole.IT_LEAD),
    CONTACT_CENTER_LEAD("center", "Contact center lead", Side.BUYER, Role.CONTRIBUTOR, ProjectRole.CONTACT_CENTER_LEAD),
    VENDOR_PROJECT_MANAGER(
            "vendor", "Vendor’s project manager", Side.VENDOR, Role.MANAGER, ProjectRole.PROJECT_MANAGER),
    DESIGN_ENGINEER("partner", "Integrator’s design engineer", Side.PARTNER, Role.MANAGER, ProjectRole.DESIGN_ENGINEER),
    CARRIER_CONTACT(
            "carrier", "Carrier’s order desk", Side.CARRIER, Role.CONTRIBUTOR, ProjectRole.SUBJECT_MATTER_EXPERT);

    final String email;
    final String title;
    final Side side;
    final Role role;
    final ProjectRole does;

    DemoPerson(String mailbox, String title, Side side, Role role, ProjectRole does) {
        this.email = mailbox + "@demo.example";
        this.title = title;
        this.side = side;
        this.role = role;
        this.does = does;
    }
}
