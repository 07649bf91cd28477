package org.fram.schedule.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fram.schedule.Costs;
import org.fram.schedule.Costs.OfActivity;
import org.fram.schedule.Costs.OfResource;
import org.jspecify.annotations.Nullable;
import org.mpxj.ProjectFile;
import org.mpxj.Resource;
import org.mpxj.ResourceType;
import org.mpxj.Task;
import org.mpxj.common.RateHelper;

/// The costs of a file: fixed costs of activities with what materials and expenses cost them, and the rates of
/// those who work.
final class ReadCosts {

    private static final double HOURS_A_DAY = 8;

    private final ProjectFile project;

    ReadCosts(ProjectFile project) {
        this.project = project;
    }

    /// @param tasks in the order of the plan's activities
    /// @param resources positions in the plan, by their unique ids
    Costs read(List<Task> tasks, Map<Integer, Integer> resources) {
        var properties = project.getProjectProperties();
        var ofActivities = new ArrayList<OfActivity>();
        for (int k = 0; k < tasks.size(); k++) {
            double fixed = fixed(tasks.get(k));
            if (fixed > 0) {
                ofActivities.add(new OfActivity(k, fixed, 0));
            }
        }
        var ofResources = new ArrayList<OfResource>();
        for (var resource : project.getResources()) {
            var position = resources.get(resource.getUniqueID());
            double perUse = amount(resource.getCostPerUse());
            double perDay = HOURS_A_DAY * perHour(resource);
            if (position != null && perUse + perDay > 0) {
                ofResources.add(new OfResource(position, perUse, perDay));
            }
        }
        if (ofActivities.isEmpty() && ofResources.isEmpty()) {
            return Costs.NONE;
        }
        var code = properties.getCurrencyCode();
        var symbol = code == null || code.isBlank() ? properties.getCurrencySymbol() : code;
        return new Costs(symbol == null ? "" : symbol, 0, ofActivities, ofResources);
    }

    private double perHour(Resource resource) {
        var rate = resource.getStandardRate();
        return rate == null ? 0 : amount(RateHelper.convertToHours(project.getProjectProperties(), rate));
    }

    private static double fixed(Task task) {
        double fixed = amount(task.getFixedCost());
        for (var expense : task.getExpenseItems()) {
            fixed += amount(expense.getPlannedCost());
        }
        for (var assignment : task.getResourceAssignments()) {
            var resource = assignment.getResource();
            if (resource != null && resource.getType() != ResourceType.WORK) {
                fixed += amount(assignment.getCost());
            }
        }
        return fixed;
    }

    private static double amount(@Nullable Number number) {
        return number == null || !(number.doubleValue() > 0 && number.doubleValue() < 1e15) ? 0 : number.doubleValue();
    }
}
